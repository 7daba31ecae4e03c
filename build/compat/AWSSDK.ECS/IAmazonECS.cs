using Amazon.ECS.Model;
using Amazon.Runtime;

namespace Amazon.ECS;

public interface IAmazonECS : IAmazonService, IDisposable
{
    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, LimitExceeded, Server.</exception>
    Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(RegisterTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(DeregisterTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, InvalidParameter, Server.</exception>
    Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(ListTaskDefinitionsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, NamespaceNotFound, PlatformTaskDefinitionIncompatibility, PlatformUnknown, Server, UnsupportedFeature.</exception>
    Task<CreateServiceResponse> CreateServiceAsync(CreateServiceRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, NamespaceNotFound, PlatformTaskDefinitionIncompatibility, PlatformUnknown, Server, ServiceNotActive, ServiceNotFound, UnsupportedFeature.</exception>
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
    Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(DescribeContainerInstancesRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound, UnsupportedFeature.</exception>
    Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound, UnsupportedFeature.</exception>
    Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonECSException">AccessDenied, Client, ClusterNotFound, InvalidParameter, Server, ServiceNotFound, UnsupportedFeature.</exception>
    Task<DescribeServiceRevisionsResponse> DescribeServiceRevisionsAsync(DescribeServiceRevisionsRequest request, CancellationToken cancellationToken = default);

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
