using Amazon.ServiceDiscovery.Model;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.ServiceDiscovery;

public class AmazonServiceDiscoveryClient : AmazonServiceClient, IAmazonServiceDiscovery
{
    public AmazonServiceDiscoveryClient()
        : this(new AmazonServiceDiscoveryConfig())
    {
    }

    public AmazonServiceDiscoveryClient(RegionEndpoint region)
        : this(new AmazonServiceDiscoveryConfig { RegionEndpoint = region })
    {
    }

    public AmazonServiceDiscoveryClient(AmazonServiceDiscoveryConfig config)
        : base(config)
    {
    }

    public AmazonServiceDiscoveryClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonServiceDiscoveryConfig { RegionEndpoint = region })
    {
    }

    public AmazonServiceDiscoveryClient(AWSCredentials credentials, AmazonServiceDiscoveryConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new JsonServiceMetadata(ServiceDiscoveryService.Definition.ServiceId);

    public virtual Task<GetServiceResponse> GetServiceAsync(GetServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetServiceResponse>(request, JsonInvocation<GetServiceResponse>.Of(ServiceDiscoveryService.Definition), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonPipeline.Customize(pipeline);
}
