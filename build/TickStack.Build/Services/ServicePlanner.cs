using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Services;

/// <summary>Compares a service with what it shall be. Only reads.</summary>
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
