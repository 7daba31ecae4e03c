using System.Net;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.SecretsManager.Model;
using Amazon.Util.Internal;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    public AmazonSecretsManagerClient()
        : this(new AmazonSecretsManagerConfig())
    {
    }

    public AmazonSecretsManagerClient(RegionEndpoint region)
        : this(new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config)
    {
    }

    public AmazonSecretsManagerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new JsonServiceMetadata(SecretsManagerService.Definition.ServiceId);

    public virtual Task<DescribeSecretResponse> DescribeSecretAsync(DescribeSecretRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeSecretResponse>(request, JsonInvocation<DescribeSecretResponse>.Of(SecretsManagerService.Definition), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonPipeline.Customize(pipeline);
}

public interface IAmazonSecretsManager : IAmazonService, IDisposable
{
    /// <exception cref="AmazonSecretsManagerException">InternalServiceError, InvalidParameter, ResourceNotFound.</exception>
    Task<DescribeSecretResponse> DescribeSecretAsync(DescribeSecretRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSecretsManagerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSecretsManagerClient(awsCredentials, (AmazonSecretsManagerConfig)clientConfig);
}

public class AmazonSecretsManagerConfig : ClientConfig
{
    public AmazonSecretsManagerConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = SecretsManagerService.Definition.SigningName;
        EndpointProvider = new EndpointRules(SecretsManagerService.Definition);
    }

    public static new string ServiceId => SecretsManagerService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "secretsmanager";

    public override string ServiceVersion => SecretsManagerService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Secrets_Manager", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}

public class AmazonSecretsManagerRequest : AmazonWebServiceRequest;

/// <summary>What Secrets Manager refused. An error that the operations do not name is this type itself; <c>ErrorCode</c> tells which.</summary>
public class AmazonSecretsManagerException : AmazonServiceException
{
    public AmazonSecretsManagerException(string message)
        : base(message)
    {
    }

    public AmazonSecretsManagerException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

internal static class SecretsManagerService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "Secrets Manager",
        SigningName = "secretsmanager",
        Version = "2017-10-17",
        Target = "secretsmanager",
        HostPrefix = HostPrefix,
        DnsSuffix = DnsSuffix,
        Format = WireFormat.AsItStands,
        Failure = FailureFactory.Create<AmazonSecretsManagerException>,
    };

    private static string HostPrefix(Partition partition, EndpointVariant variant) => variant.Fips ? "secretsmanager-fips" : "secretsmanager";

    // The ordinary host speaks IPv6 as well, but not in every partition.
    private static string DnsSuffix(Partition partition, EndpointVariant variant) => (partition.name, variant.Fips, variant.DualStack) switch
    {
        ("aws" or "aws-us-gov", _, true) => partition.dnsSuffix,
        ("aws-cn", false, true) => partition.dnsSuffix,
        (_, _, true) => partition.dualStackDnsSuffix,
        _ => partition.dnsSuffix,
    };
}
