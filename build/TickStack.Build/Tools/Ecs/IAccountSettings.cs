namespace TickStack.Build.Tools.Ecs;

/// <summary>ECS's settings of the account.</summary>
public interface IAccountSettings
{
    /// <summary>Whether instances get a trunk interface (awsvpcTrunking), which carries many more tasks than they have interfaces.</summary>
    Task<bool> TrunksAsync(CancellationToken cancellationToken);
}
