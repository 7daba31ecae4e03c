using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Errors;
using TickStack.Build.Services.Rollouts;

namespace TickStack.Build.Services;

/// <summary>The one call, if any, that sets a service going towards what is desired.</summary>
internal sealed class ServiceStep(EcsCalls calls, Action<string> say)
{
    /// <param name="Rollout">What to watch.</param>
    /// <param name="Service">As it stood at the time.</param>
    internal sealed record Taken(DeployAction Action, Rollout Rollout, Service Service, IReadOnlyList<ServiceDifference> Differences);

    public async Task<Taken> TakeAsync(ServicePlan plan, TaskDefinitionRevision revision, CancellationToken cancellationToken)
    {
        try
        {
            return plan.Live is { } live
                ? await AdjustAsync(plan.Desired, revision, live, cancellationToken)
                : await CreateAsync(plan.Desired, revision, plan.Deleted, cancellationToken);
        }
        catch (FailureException failure) when (revision.Registered && (failure.InnerException is null || EcsErrors.AnswerOf(failure.InnerException) is EcsAnswer.Refused))
        {
            await WithdrawAsync(revision, cancellationToken);
            throw;
        }
    }

    private async Task<Taken> CreateAsync(DesiredService desired, TaskDefinitionRevision revision, Service? deleted, CancellationToken cancellationToken)
    {
        var request = ServiceRequests.Create(desired, revision.Arn, deleted);
        var service = await calls.CreateServiceAsync(request, token => FindAsync(desired, revision, deployment: null, token), cancellationToken);
        say($"created with {revision.Name}");
        return new Taken(DeployAction.Created, Rollout.Of(service, before: null, desired.TaskDefinition.ContainerDefinitions), service, []);
    }

    private async Task<Taken> AdjustAsync(DesiredService desired, TaskDefinitionRevision revision, Service live, CancellationToken cancellationToken)
    {
        var change = ServiceChange.Between(desired, revision.Arn, live);
        var primary = Rollout.Primary(live);
        if (!change.UpdatesService && primary?.RolloutState != DeploymentRolloutState.FAILED)
        {
            return Leave(desired, revision, live, change);
        }

        // The same again: what failed once is tried anew.
        change.Request.ForceNewDeployment = change.UpdatesService ? change.Request.ForceNewDeployment : true;
        var service = await calls.UpdateServiceAsync(change.Request, token => FindAsync(desired, revision, primary, token), cancellationToken);
        say(change.UpdatesService ? $"updated: {string.Join("; ", change.Differences)}" : $"{revision.Name} failed before and is tried again");
        return new Taken(DeployAction.Updated, Rollout.Of(service, live, desired.TaskDefinition.ContainerDefinitions), service, change.Differences);
    }

    private Taken Leave(DesiredService desired, TaskDefinitionRevision revision, Service live, ServiceChange change)
    {
        var primary = Rollout.Primary(live);
        var moving = primary?.RolloutState == DeploymentRolloutState.IN_PROGRESS;
        say(moving ? $"{primary!.Id} of {revision.Name} is under way" : string.Join("; ", change.Differences.Select(difference => $"{difference}").Prepend($"unchanged, {revision.Name}")));
        return new Taken(moving ? DeployAction.Resumed : DeployAction.Unchanged, Rollout.Of(live, before: null, desired.TaskDefinition.ContainerDefinitions), live, change.Differences);
    }

    // Whether a call without an answer was carried out: then the service is as it shall be, in a deployment that was not there before.
    private async Task<Service?> FindAsync(DesiredService desired, TaskDefinitionRevision revision, Deployment? deployment, CancellationToken cancellationToken)
    {
        var service = await calls.FindServiceAsync(desired.Cluster, desired.ServiceName, cancellationToken);
        return service?.Status == "ACTIVE"
            && !ServiceChange.Between(desired, revision.Arn, service).UpdatesService
            && (deployment?.RolloutState != DeploymentRolloutState.FAILED || Rollout.Primary(service)?.Id != deployment?.Id) ? service : null;
    }

    private async System.Threading.Tasks.Task WithdrawAsync(TaskDefinitionRevision revision, CancellationToken cancellationToken)
    {
        try
        {
            await calls.DeregisterAsync(revision.Arn, cancellationToken);
            say($"{revision.Name} withdrawn");
        }
        catch (FailureException failure)
        {
            say($"{revision.Name} stays registered, unused: {failure.Message}");
        }
    }
}
