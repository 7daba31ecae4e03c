namespace TickStack.Build.Tools.Network;

/// <summary>Network interfaces of instances: each task in awsvpc mode takes one.</summary>
public interface INetworkInterfaces
{
    /// <returns>How many more the instance can take; null when EC2 does not know the instance (any more).</returns>
    Task<int?> FreeAsync(string instanceId, CancellationToken cancellationToken);
}
