using System.Net;
using Amazon.ECS.Model;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util.Internal;

namespace Amazon.ECS;

public class AmazonECSClient : AmazonServiceClient, IAmazonECS
{
    public AmazonECSClient()
        : this(new AmazonECSConfig())
    {
    }

    public AmazonECSClient(RegionEndpoint region)
        : this(new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(AmazonECSConfig config)
        : base(config)
    {
    }

    public AmazonECSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECSConfig { RegionEndpoint = region })
    {
    }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new JsonServiceMetadata(ECSService.Definition.ServiceId);

    public virtual Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(
        RegisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RegisterTaskDefinitionResponse>(request, JsonInvocation<RegisterTaskDefinitionResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(
        DeregisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeregisterTaskDefinitionResponse>(request, JsonInvocation<DeregisterTaskDefinitionResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTaskDefinitionResponse>(request, JsonInvocation<DescribeTaskDefinitionResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(
        ListTaskDefinitionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTaskDefinitionsResponse>(request, JsonInvocation<ListTaskDefinitionsResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<CreateServiceResponse> CreateServiceAsync(CreateServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateServiceResponse>(request, JsonInvocation<CreateServiceResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<UpdateServiceResponse> UpdateServiceAsync(UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateServiceResponse>(request, JsonInvocation<UpdateServiceResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DeleteServiceResponse> DeleteServiceAsync(DeleteServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteServiceResponse>(request, JsonInvocation<DeleteServiceResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeServicesResponse>(request, JsonInvocation<DescribeServicesResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTasksResponse>(request, JsonInvocation<ListTasksResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTasksResponse>(request, JsonInvocation<DescribeTasksResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeClustersResponse> DescribeClustersAsync(DescribeClustersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeClustersResponse>(request, JsonInvocation<DescribeClustersResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<ListContainerInstancesResponse> ListContainerInstancesAsync(
        ListContainerInstancesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListContainerInstancesResponse>(request, JsonInvocation<ListContainerInstancesResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(
        DescribeContainerInstancesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeContainerInstancesResponse>(
            request, JsonInvocation<DescribeContainerInstancesResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(
        ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListServiceDeploymentsResponse>(request, JsonInvocation<ListServiceDeploymentsResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(
        DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeServiceDeploymentsResponse>(
            request, JsonInvocation<DescribeServiceDeploymentsResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<DescribeServiceRevisionsResponse> DescribeServiceRevisionsAsync(
        DescribeServiceRevisionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeServiceRevisionsResponse>(request, JsonInvocation<DescribeServiceRevisionsResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, JsonInvocation<TagResourceResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, JsonInvocation<ListTagsForResourceResponse>.Of(ECSService.Definition), cancellationToken);

    public virtual Task<ListAccountSettingsResponse> ListAccountSettingsAsync(
        ListAccountSettingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAccountSettingsResponse>(request, JsonInvocation<ListAccountSettingsResponse>.Of(ECSService.Definition), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonPipeline.Customize(pipeline);
}

public interface IAmazonECS : IAmazonService, IDisposable
{
    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, LimitExceeded, Server.</exception>
    Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(RegisterTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(
        DeregisterTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(ListTaskDefinitionsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, NamespaceNotFound, PlatformTaskDefinitionIncompatibility,
    /// PlatformUnknown, Server, UnsupportedFeature.</exception>
    Task<CreateServiceResponse> CreateServiceAsync(CreateServiceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, NamespaceNotFound, PlatformTaskDefinitionIncompatibility,
    /// PlatformUnknown, Server, ServiceNotActive, ServiceNotFound, UnsupportedFeature.</exception>
    Task<UpdateServiceResponse> UpdateServiceAsync(UpdateServiceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound.</exception>
    Task<DeleteServiceResponse> DeleteServiceAsync(DeleteServiceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server.</exception>
    Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound.</exception>
    Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server.</exception>
    Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<DescribeClustersResponse> DescribeClustersAsync(DescribeClustersRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server.</exception>
    Task<ListContainerInstancesResponse> ListContainerInstancesAsync(ListContainerInstancesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server.</exception>
    Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(
        DescribeContainerInstancesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound, UnsupportedFeature.</exception>
    Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound, UnsupportedFeature.</exception>
    Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(
        DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound, UnsupportedFeature.</exception>
    Task<DescribeServiceRevisionsResponse> DescribeServiceRevisionsAsync(
        DescribeServiceRevisionsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, LimitExceeded, ResourceNotFound, Server.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server.</exception>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<ListAccountSettingsResponse> ListAccountSettingsAsync(ListAccountSettingsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECSConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonECSClient(awsCredentials, (AmazonECSConfig)clientConfig);
}

public class AmazonECSConfig : ClientConfig
{
    public AmazonECSConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = ECSService.Definition.SigningName;
        EndpointProvider = new EndpointRules(ECSService.Definition);
    }

    public static new string ServiceId => ECSService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "ecs";

    public override string ServiceVersion => ECSService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ECS", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}

public class AmazonECSRequest : AmazonWebServiceRequest;

/// <summary>What ECS refused. An error that the operations do not name is this type itself; <c>ErrorCode</c> tells which.</summary>
public class AmazonECSException : AmazonServiceException
{
    public AmazonECSException(string message)
        : base(message)
    {
    }

    public AmazonECSException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

internal static class ECSService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "ECS",
        SigningName = "ecs",
        Version = "2014-11-13",
        Target = "AmazonEC2ContainerServiceV20141113",
        HostPrefix = HostPrefix,
        Failure = FailureFactory.Create<AmazonECSException>,
    };

    private static string HostPrefix(Partition partition, EndpointVariant variant) => variant.Fips ? "ecs-fips" : "ecs";
}
