using Amazon.Json;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.SecretsManager;

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
