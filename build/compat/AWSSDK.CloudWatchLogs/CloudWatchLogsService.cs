using Amazon.Json;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CloudWatchLogs;

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
