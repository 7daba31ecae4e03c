using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Json;

/// <summary>What one service of the JSON 1.1 protocol has of its own. Linked into each stand-in, so that none of it becomes public.</summary>
internal sealed record JsonService
{
    /// <summary>What AWS_ENDPOINT_URL_… and a profile's services section are looked up by.</summary>
    public required string ServiceId { get; init; }

    public required string SigningName { get; init; }

    /// <summary>As in "2014-11-13".</summary>
    public required string Version { get; init; }

    /// <summary>What stands before the operation in X-Amz-Target.</summary>
    public required string Target { get; init; }

    /// <summary>First labels of the host name, for a partition and the kind of endpoint.</summary>
    public required Func<Partition, EndpointVariant, string> HostPrefix { get; init; }

    /// <summary>The host name's last labels; by default those that the partition has for the variant.</summary>
    public Func<Partition, EndpointVariant, string> DnsSuffix { get; init; } = (partition, variant) =>
        variant.DualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;

    /// <summary>How members are spelled in JSON, and the unit of its times.</summary>
    public JsonSerializerOptions Format { get; init; } = WireFormat.LowerFirstLetter;

    /// <summary>Turns an error into the service's own exception.</summary>
    public required Func<ErrorResponse, AmazonServiceException> Failure { get; init; }
}

internal sealed class JsonServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}

internal static class JsonInvocation<TResponse>
    where TResponse : AmazonWebServiceResponse, new()
{
    public static InvokeOptions Of(JsonService service) => new()
    {
        RequestMarshaller = new JsonMarshaller(service),
        ResponseUnmarshaller = new JsonUnmarshaller<TResponse>(service),
    };
}

/// <summary>The SDK's defaults modes (AWS_DEFAULTS_MODE), with its own time-outs.</summary>
internal static class DefaultModes
{
    public static IDefaultConfigurationProvider Provider { get; } = new DefaultConfigurationProvider(
    [
        Mode(DefaultConfigurationMode.Standard, 3.1),
        Mode(DefaultConfigurationMode.InRegion, 1.1),
        Mode(DefaultConfigurationMode.CrossRegion, 3.1),
        Mode(DefaultConfigurationMode.Mobile, 30),
        Mode(DefaultConfigurationMode.Auto, 1.1),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode mode, double connectSeconds) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
    };
}
