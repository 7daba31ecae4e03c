namespace TickStack.Build.Tools.Discovery;

public interface IDiscoveryServices
{
    /// <param name="arn">Of a Cloud Map service.</param>
    Task<bool> ExistsAsync(string arn, CancellationToken cancellationToken);
}
