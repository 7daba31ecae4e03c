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
    public async Task<bool> ExistsAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            await client.GetServiceAsync(new() { Id = arn[(arn.LastIndexOf('/') + 1)..] }, cancellationToken);
            return true;
        }
        catch (ServiceNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of($"looking for the discovery service {arn}", exception);
        }
    }
}
