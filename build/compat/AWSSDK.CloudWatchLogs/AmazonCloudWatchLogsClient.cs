using System.Net;
using Amazon.CloudWatchLogs.Model;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util.Internal;

namespace Amazon.CloudWatchLogs;

public class AmazonCloudWatchLogsClient : AmazonServiceClient, IAmazonCloudWatchLogs
{
    public AmazonCloudWatchLogsClient()
        : this(new AmazonCloudWatchLogsConfig())
    {
    }

    public AmazonCloudWatchLogsClient(RegionEndpoint region)
        : this(new AmazonCloudWatchLogsConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config)
        : base(config)
    {
    }

    public AmazonCloudWatchLogsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudWatchLogsConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new JsonServiceMetadata(CloudWatchLogsService.Definition.ServiceId);

    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogGroupsResponse>(request, JsonInvocation<DescribeLogGroupsResponse>.Of(CloudWatchLogsService.Definition), cancellationToken);

    public virtual Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetLogEventsResponse>(request, JsonInvocation<GetLogEventsResponse>.Of(CloudWatchLogsService.Definition), cancellationToken);

    public virtual Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<FilterLogEventsResponse>(request, JsonInvocation<FilterLogEventsResponse>.Of(CloudWatchLogsService.Definition), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonPipeline.Customize(pipeline);
}

public interface IAmazonCloudWatchLogs : IAmazonService, IDisposable
{
    /// <exception cref="AmazonCloudWatchLogsException">InvalidParameter, ServiceUnavailable.</exception>
    Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonCloudWatchLogsException">InvalidParameter, ResourceNotFound, ServiceUnavailable.</exception>
    Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="AmazonCloudWatchLogsException">InvalidParameter, ResourceNotFound, ServiceUnavailable.</exception>
    Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchLogsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonCloudWatchLogsClient(awsCredentials, (AmazonCloudWatchLogsConfig)clientConfig);
}

public class AmazonCloudWatchLogsConfig : ClientConfig
{
    public AmazonCloudWatchLogsConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = CloudWatchLogsService.Definition.SigningName;
        EndpointProvider = new EndpointRules(CloudWatchLogsService.Definition);
    }

    public static new string ServiceId => CloudWatchLogsService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "logs";

    public override string ServiceVersion => CloudWatchLogsService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("CloudWatch_Logs", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}

public class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest;

/// <summary>What CloudWatch Logs refused. An error that the operations do not name is this type itself; <c>ErrorCode</c> tells which.</summary>
public class AmazonCloudWatchLogsException : AmazonServiceException
{
    public AmazonCloudWatchLogsException(string message)
        : base(message)
    {
    }

    public AmazonCloudWatchLogsException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

internal static class CloudWatchLogsService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "CloudWatch Logs",
        SigningName = "logs",
        Version = "2014-03-28",
        Target = "Logs_20140328",
        HostPrefix = HostPrefix,
        Format = WireFormat.LowerFirstLetterAndMilliseconds,
        Failure = FailureFactory.Create<AmazonCloudWatchLogsException>,
    };

    // GovCloud's ordinary endpoint is validated already; only its dual-stack host has the name.
    private static string HostPrefix(Partition partition, EndpointVariant variant) => (partition.name, variant.Fips, variant.DualStack) switch
    {
        ("aws-us-gov", true, false) => "logs",
        (_, true, _) => "logs-fips",
        _ => "logs",
    };
}
