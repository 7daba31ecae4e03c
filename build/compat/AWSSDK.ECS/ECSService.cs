using Amazon.Json;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.ECS;

internal static class ECSService
{
    public static JsonService Definition { get; } = new()
    {
        ServiceId = "ECS",
        SigningName = "ecs",
        Version = "2014-11-13",
        Target = "AmazonEC2ContainerServiceV20141113",
        HostPrefix = HostPrefix,
        Failure = FailureFactory.Create<AmazonECSException>,
    };

    private static string HostPrefix(Partition partition, EndpointVariant variant) => variant.Fips ? "ecs-fips" : "ecs";
}
