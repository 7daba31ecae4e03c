using Amazon.ECS.Model;
using TickStack.Build.Documents;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

/// <summary>run_params: where the service's tasks run and how they are found.</summary>
internal static class ServicePlacement
{
    public static NetworkConfiguration? Network(EcsParams ecsParams) => ecsParams.Network is not { } network ? null : new NetworkConfiguration
    {
        AwsvpcConfiguration = new AwsVpcConfiguration
        {
            Subnets = [.. network.Subnets],
            SecurityGroups = network.SecurityGroups.OrNull(),
            AssignPublicIp = network.AssignPublicIp,
        },
    };

    public static IReadOnlyList<PlacementConstraint> Constraints(EcsParams ecsParams) =>
        [.. ecsParams.PlacementConstraints.Select(rule => new PlacementConstraint { Type = rule.Type, Expression = rule.Argument })];

    public static IReadOnlyList<PlacementStrategy> Strategies(EcsParams ecsParams) =>
        [.. ecsParams.PlacementStrategy.Select(rule => new PlacementStrategy { Type = rule.Type, Field = rule.Argument })];

    public static IReadOnlyList<ServiceRegistry> Registries(EcsParams ecsParams, IDiscoveryLookup? lookup, ProblemLog problems, ProblemLog warnings)
    {
        if (ecsParams.ServiceDiscovery is not { } discovery)
        {
            return [];
        }

        if (lookup is null)
        {
            warnings.Add($"service_discovery is left out: the ARN of '{discovery.ServiceName}' is not known here", "give it with --service-registry-arn=ARN", discovery.Location);
            return [];
        }

        return lookup.Find(discovery, problems) is { } arn ? [Registry(arn, discovery, DiscoveryChecks.RecordType(ecsParams, discovery))] : [];
    }

    // An A record holds the task's address alone; naming a port is an error there.
    private static ServiceRegistry Registry(string arn, ServiceDiscoveryParams discovery, string recordType) => recordType == "SRV"
        ? new ServiceRegistry { RegistryArn = arn, ContainerName = discovery.ContainerName, ContainerPort = discovery.ContainerPort }
        : new ServiceRegistry { RegistryArn = arn };
}
