using Amazon.ServiceDiscovery.Model;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

public interface IAmazonServiceDiscovery : IAmazonService, IDisposable
{
    /// <exception cref="AmazonServiceDiscoveryException">InvalidInput, ServiceNotFound.</exception>
    Task<GetServiceResponse> GetServiceAsync(GetServiceRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonServiceDiscoveryConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonServiceDiscoveryClient(awsCredentials, (AmazonServiceDiscoveryConfig)clientConfig);
}
