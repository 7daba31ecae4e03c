using Amazon.ECS.Model;

namespace TickStack.EcsCli.Translation;

/// <summary>Turns a service's two files into requests to ECS. The same content gives the same bytes, whatever the order of its mappings:
/// containers, variables, labels and limits are sorted by name, and generated volume names count from the first use.</summary>
public static class TaskDefinitionTranslator
{
    /// <exception cref="FailureException">Everything that ECS would refuse, as far as the files show it.</exception>
    public static TranslatedService Translate(ComposeFile compose, EcsParams ecsParams, TranslationOptions options)
    {
        var (problems, warnings) = (new ProblemLog(), new ProblemLog());
        TaskChecks.Check(compose, ecsParams, options, problems);
        var volumes = new VolumeTranslator(compose, ecsParams, problems);
        var containers = compose.Services.Select(service => new ContainerTranslator(service, ecsParams, volumes, problems).Translate()).ToList();
        var translated = new TranslatedService
        {
            TaskDefinition = TaskDefinition(containers, volumes.Volumes(), ecsParams, options),
            NetworkConfiguration = ServicePlacement.Network(ecsParams),
            PlacementConstraints = ServicePlacement.Constraints(ecsParams),
            PlacementStrategy = ServicePlacement.Strategies(ecsParams),
            ServiceRegistries = ServicePlacement.Registries(ecsParams, options.Discovery, problems, warnings),
            DesiredCount = compose.Services.Select(service => service.Replicas?.Value).FirstOrDefault(replicas => replicas is not null),
            Warnings = warnings.Problems,
        };
        problems.ThrowIfAny();
        TaskDefinitionLimits.Check(translated.TaskDefinition, compose);
        return translated;
    }

    private static RegisterTaskDefinitionRequest TaskDefinition(
        List<ContainerDefinition> containers,
        List<Volume>? volumes,
        EcsParams ecsParams,
        TranslationOptions options) => new()
        {
            Family = options.ProjectName,
            ContainerDefinitions = containers,
            Volumes = volumes,
            NetworkMode = ecsParams.NetworkMode?.Value,
            TaskRoleArn = ecsParams.TaskRoleArn,
            ExecutionRoleArn = ecsParams.ExecutionRoleArn,
            PidMode = ecsParams.PidMode,
            IpcMode = ecsParams.IpcMode,
            Cpu = ecsParams.TaskCpu,
            Memory = ecsParams.TaskMemory,
            PlacementConstraints = ecsParams.TaskPlacementConstraints
                .Select(rule => new TaskDefinitionPlacementConstraint { Type = rule.Type, Expression = rule.Argument }).OrNull(),
            RequiresCompatibilities = options.LaunchType is { } type ? [type.Value] : null,
            Tags = options.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).OrNull(),
        };
}

/// <summary>The quotas of ECS for a task definition; nobody is given larger ones.</summary>
internal static class TaskDefinitionLimits
{
    public const int Containers = 10;
    public const int Bytes = 64 * 1024;

    /// <exception cref="FailureException">It is too large.</exception>
    public static void Check(RegisterTaskDefinitionRequest definition, ComposeFile compose)
    {
        if (Encoding.UTF8.GetByteCount(EcsJson.Of(definition).ToJsonString(EcsJson.Readable)) is > Bytes and var bytes)
        {
            var message = $"the task definition has {bytes} bytes, and ECS takes {Bytes}";
            var start = new SourceLocation(compose.File, 1, 1);
            throw new FailureException([new Problem(message, "shorten what is long in it: environment, labels, ports", start)]);
        }
    }
}

/// <summary>A service's two files in terms of the ECS API.</summary>
public sealed record TranslatedService
{
    public required RegisterTaskDefinitionRequest TaskDefinition { get; init; }

    /// <summary>Present exactly when the network mode is awsvpc.</summary>
    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public IReadOnlyList<ServiceRegistry> ServiceRegistries { get; init; } = [];

    public IReadOnlyList<PlacementConstraint> PlacementConstraints { get; init; } = [];

    public IReadOnlyList<PlacementStrategy> PlacementStrategy { get; init; } = [];

    /// <summary>From deploy.replicas; null: the files do not say.</summary>
    public int? DesiredCount { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}

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
            warnings.Add($"service_discovery is left out: the ARN of '{discovery.ServiceName}' is not known here", "give it with --service-registry-arn=ARN",
                discovery.Location);
            return [];
        }

        return lookup.Find(discovery, problems) is { } arn ? [Registry(arn, discovery, DiscoveryChecks.RecordType(ecsParams, discovery))] : [];
    }

    // An A record holds the task's address alone; naming a port is an error there.
    private static ServiceRegistry Registry(string arn, ServiceDiscoveryParams discovery, string recordType) => recordType == "SRV"
        ? new ServiceRegistry { RegistryArn = arn, ContainerName = discovery.ContainerName, ContainerPort = discovery.ContainerPort }
        : new ServiceRegistry { RegistryArn = arn };
}
