using Amazon.Json;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.ServiceDiscovery;

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
