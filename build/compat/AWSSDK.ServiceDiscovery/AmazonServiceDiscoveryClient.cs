using System.Net;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.ServiceDiscovery.Model;
using Amazon.Util.Internal;

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

public interface IAmazonServiceDiscovery : IAmazonService, IDisposable
{
    /// <exception cref="AmazonServiceDiscoveryException">InvalidInput, ServiceNotFound.</exception>
    Task<GetServiceResponse> GetServiceAsync(GetServiceRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonServiceDiscoveryConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonServiceDiscoveryClient(awsCredentials, (AmazonServiceDiscoveryConfig)clientConfig);
}

public class AmazonServiceDiscoveryConfig : ClientConfig
{
    public AmazonServiceDiscoveryConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = ServiceDiscoveryService.Definition.SigningName;
        EndpointProvider = new EndpointRules(ServiceDiscoveryService.Definition);
    }

    public static new string ServiceId => ServiceDiscoveryService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "servicediscovery";

    public override string ServiceVersion => ServiceDiscoveryService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ServiceDiscovery", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}

public class AmazonServiceDiscoveryRequest : AmazonWebServiceRequest;

/// <summary>What Cloud Map refused. An error that the operations do not name is this type itself; <c>ErrorCode</c> tells which.</summary>
public class AmazonServiceDiscoveryException : AmazonServiceException
{
    public AmazonServiceDiscoveryException(string message)
        : base(message)
    {
    }

    public AmazonServiceDiscoveryException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

internal static class ServiceDiscoveryService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "ServiceDiscovery",
        SigningName = "servicediscovery",
        Version = "2017-03-14",
        Target = "Route53AutoNaming_v20170314",
        HostPrefix = HostPrefix,
        DnsSuffix = DnsSuffix,
        Format = WireFormat.AsItStands,
        Failure = FailureFactory.Create<AmazonServiceDiscoveryException>,
    };

    private static string HostPrefix(Partition partition, EndpointVariant variant) => variant.Fips ? "servicediscovery-fips" : "servicediscovery";

    // The ordinary host speaks IPv6 as well, but not in every partition.
    private static string DnsSuffix(Partition partition, EndpointVariant variant) => (partition.name, variant.Fips, variant.DualStack) switch
    {
        ("aws" or "aws-us-gov" or "aws-cn", false, true) => partition.dnsSuffix,
        (_, _, true) => partition.dualStackDnsSuffix,
        _ => partition.dnsSuffix,
    };
}
