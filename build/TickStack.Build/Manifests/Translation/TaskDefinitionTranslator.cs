using Amazon.ECS.Model;
using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Manifests.Compose;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

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
