using Amazon.Json;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.ECR;

internal static class ECRService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "ECR",
        SigningName = "ecr",
        Version = "2015-09-21",
        Target = "AmazonEC2ContainerRegistry_V20150921",
        HostPrefix = HostPrefix,
        Failure = FailureFactory.Create<AmazonECRException>,
    };

    // The host lost its "api." in the newer variants, but not in every partition.
    private static string HostPrefix(Partition partition, EndpointVariant variant) => (partition.name, variant.Fips, variant.DualStack) switch
    {
        ("aws" or "aws-us-gov", true, _) => "ecr-fips",
        ("aws" or "aws-us-gov" or "aws-cn", false, true) => "ecr",
        (_, true, _) => "api.ecr-fips",
        _ => "api.ecr",
    };
}
