namespace TickStack.Build.Tools.Logs;

public interface ILogGroups
{
    Task<bool> ExistsAsync(string group, CancellationToken cancellationToken);
}
