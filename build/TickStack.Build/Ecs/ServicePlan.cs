using Amazon.ECS.Model;
using TickStack.Build.Stack;

namespace TickStack.Build.Ecs;

/// <summary>A service as it is, and as it is to be. Nothing has been changed yet.</summary>
public sealed record ServicePlan
{
    public required DesiredService Desired { get; init; }

    /// <summary>Null when there is none; one that was deleted is none.</summary>
    public Service? Live { get; init; }

    /// <summary>The deleted service that had the name before, while ECS remembers it.</summary>
    public Service? Deleted { get; init; }

    /// <summary>What <see cref="Live"/> runs.</summary>
    public TaskDefinition? LiveDefinition { get; init; }

    /// <summary>The revision that says what is desired. Null: it is to be registered.</summary>
    public TaskDefinition? Revision { get; init; }

    /// <summary>Empty for a new service.</summary>
    public required IReadOnlyList<ServiceDifference> Differences { get; init; }

    /// <summary>What was asked so far; the calls that carry the plan out are counted along.</summary>
    public required EcsCalls Calls { get; init; }

    /// <summary>Whether tasks would be started: a plan that starts none needs nothing but ECS.</summary>
    public bool StartsTasks => Live is null || Differences.Any(difference => difference.Setting != ServiceTags.Setting) || Failed;

    /// <summary>Whether the component's container runs now, and would run another image.</summary>
    public bool Replaces(Component component)
    {
        var (live, wanted) = (ImageOf(component, LiveDefinition?.ContainerDefinitions), ImageOf(component, Desired.TaskDefinition.ContainerDefinitions));
        return live is not null && live != wanted;
    }

    /// <summary>The live deployment is the wanted one and has failed.</summary>
    public bool Failed => Live is not null && Rollout.Primary(Live)?.RolloutState == Amazon.ECS.DeploymentRolloutState.FAILED;

    private static string? ImageOf(Component component, List<ContainerDefinition>? containers) =>
        containers?.FirstOrDefault(container => container.Name == component.Name)?.Image;
}

/// <summary>Compares a service with what it is to be. Only reads.</summary>
internal sealed class ServicePlanner(EcsCalls calls)
{
    /// <exception cref="FailureException">ECS cannot get from the one to the other.</exception>
    public async Task<ServicePlan> PlanAsync(DesiredService desired, CancellationToken cancellationToken)
    {
        var found = await calls.FindServiceAsync(desired.Cluster, desired.ServiceName, cancellationToken);
        RefuseDraining(found);
        var live = found?.Status == "ACTIVE" ? found : null;
        var (same, running) = await new TaskDefinitionRevisions(calls).FindAsync(desired.TaskDefinition, live?.TaskDefinition, cancellationToken);
        return new ServicePlan
        {
            Desired = desired,
            Live = live,
            Deleted = live is null ? found : null,
            LiveDefinition = running,
            Revision = same,
            Differences = live is null ? [] : ServiceChange.Between(desired, same?.TaskDefinitionArn, live).Differences,
            Calls = calls,
        };
    }

    private static void RefuseDraining(Service? found)
    {
        if (found?.Status == "DRAINING")
        {
            throw new FailureException(
                $"the service {found.ServiceName} is being deleted and {found.RunningCount} of its tasks still run",
                "wait until they have stopped ('aws ecs describe-services' says INACTIVE), then deploy again");
        }
    }
}
