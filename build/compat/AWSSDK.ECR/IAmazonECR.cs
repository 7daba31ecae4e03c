using Amazon.ECR.Model;
using Amazon.Runtime;

namespace Amazon.ECR;

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

    /// <exception cref="AmazonECRException">ImageAlreadyExists, ImageDigestDoesNotMatch, ImageTagAlreadyExists, InvalidParameter, Kms, LayersNotFound, LimitExceeded, ReferencedImagesNotFound, RepositoryNotFound, Server.</exception>
    Task<PutImageResponse> PutImageAsync(PutImageRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECRConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonECRClient(awsCredentials, (AmazonECRConfig)clientConfig);
}
