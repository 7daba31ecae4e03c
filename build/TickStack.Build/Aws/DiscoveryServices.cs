using Amazon.ServiceDiscovery;
using Amazon.ServiceDiscovery.Model;

namespace TickStack.Build.Aws;

public interface IDiscoveryServices
{
    /// <param name="arn">Of a Cloud Map service.</param>
    Task<bool> ExistsAsync(string arn, CancellationToken cancellationToken);
}

/// <summary>Cloud Map.</summary>
public sealed class CloudMapServices(IAmazonServiceDiscovery client) : IDiscoveryServices
{
    public Task<bool> ExistsAsync(string arn, CancellationToken cancellationToken) =>
        AwsCall.FindAsync($"looking for the discovery service {arn}", exception => exception is ServiceNotFoundException, async () =>
        {
            await client.GetServiceAsync(new() { Id = arn[(arn.LastIndexOf('/') + 1)..] }, cancellationToken);
            return true;
        });
}
