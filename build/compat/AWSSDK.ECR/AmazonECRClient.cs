using System.Net;
using Amazon.ECR.Model;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util.Internal;

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

    public virtual Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(
        GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAuthorizationTokenResponse>(request, JsonInvocation<GetAuthorizationTokenResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(
        DescribeRepositoriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRepositoriesResponse>(request, JsonInvocation<DescribeRepositoriesResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeImagesResponse>(request, JsonInvocation<DescribeImagesResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<BatchGetImageResponse> BatchGetImageAsync(BatchGetImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchGetImageResponse>(request, JsonInvocation<BatchGetImageResponse>.Of(ECRService.Definition), cancellationToken);

    public virtual Task<PutImageResponse> PutImageAsync(PutImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutImageResponse>(request, JsonInvocation<PutImageResponse>.Of(ECRService.Definition), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonPipeline.Customize(pipeline);
}

public interface IAmazonECR : IAmazonService, IDisposable
{
    /// <exception cref="AmazonECRException">InvalidParameter, Server.</exception>
    Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECRException">InvalidParameter, RepositoryNotFound, Server.</exception>
    Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(DescribeRepositoriesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECRException">ImageNotFound, InvalidParameter, RepositoryNotFound, Server.</exception>
    Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECRException">InvalidParameter, LimitExceeded, RepositoryNotFound, Server, UnableToGetUpstreamImage.</exception>
    Task<BatchGetImageResponse> BatchGetImageAsync(BatchGetImageRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECRException">ImageAlreadyExists, ImageDigestDoesNotMatch, ImageTagAlreadyExists, InvalidParameter, Kms, LayersNotFound,
    /// LimitExceeded, ReferencedImagesNotFound, RepositoryNotFound, Server.</exception>
    Task<PutImageResponse> PutImageAsync(PutImageRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECRConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonECRClient(awsCredentials, (AmazonECRConfig)clientConfig);
}

public class AmazonECRConfig : ClientConfig
{
    public AmazonECRConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = ECRService.Definition.SigningName;
        EndpointProvider = new EndpointRules(ECRService.Definition);
    }

    public static new string ServiceId => ECRService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "api.ecr";

    public override string ServiceVersion => ECRService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ECR", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}

public class AmazonECRRequest : AmazonWebServiceRequest;

/// <summary>What ECR refused. An error that the operations do not name is this type itself; <c>ErrorCode</c> tells which.</summary>
public class AmazonECRException : AmazonServiceException
{
    public AmazonECRException(string message)
        : base(message)
    {
    }

    public AmazonECRException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

internal static class ECRService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "ECR",
        SigningName = "ecr",
        Version = "2015-09-21",
        Target = "AmazonEC2ContainerRegistry_V20150921",
        HostPrefix = HostPrefix,
        Failure = FailureFactory.Create<AmazonECRException>,
    };

    // The host lost its "api." in the newer variants, but not in every partition.
    private static string HostPrefix(Partition partition, EndpointVariant variant) => (partition.name, variant.Fips, variant.DualStack) switch
    {
        ("aws" or "aws-us-gov", true, _) => "ecr-fips",
        ("aws" or "aws-us-gov" or "aws-cn", false, true) => "ecr",
        (_, true, _) => "api.ecr-fips",
        _ => "api.ecr",
    };
}
