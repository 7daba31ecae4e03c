namespace TickStack.Build.Infrastructure;

public enum ChangeAction
{
    Create,
    Update,
    Replace,
    Destroy,
}
