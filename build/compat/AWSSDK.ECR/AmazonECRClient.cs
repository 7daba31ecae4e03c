using Amazon.ECR.Model;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.ECR;

public class AmazonECRClient : AmazonServiceClient, IAmazonECR
{
    public AmazonECRClient()
        : this(new AmazonECRConfig())
    {
    }

    public AmazonECRClient(RegionEndpoint region)
        : this(new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(AmazonECRConfig config)
        : base(config)
    {
    }

    public AmazonECRClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECRConfig { RegionEndpoint = region })
    {
    }

    public AmazonECRClient(AWSCredentials credentials, AmazonECRConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new JsonServiceMetadata(ECRService.Definition.ServiceId);

    public virtual Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAuthorizationTokenResponse>(request, JsonInvocation<GetAuthorizationTokenResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(DescribeRepositoriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRepositoriesResponse>(request, JsonInvocation<DescribeRepositoriesResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeImagesResponse>(request, JsonInvocation<DescribeImagesResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<BatchGetImageResponse> BatchGetImageAsync(BatchGetImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchGetImageResponse>(request, JsonInvocation<BatchGetImageResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<PutImageResponse> PutImageAsync(PutImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutImageResponse>(request, JsonInvocation<PutImageResponse>.Of(ECRService.Definition), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonPipeline.Customize(pipeline);
}
