using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Ecs;

/// <summary>Tells from what was seen whether a rollout is over, and how. Judges by the deployment's id alone: a service that is
/// stable on another revision is no success.</summary>
public static partial class RolloutJudge
{
    /// <returns>Null while it goes on.</returns>
    public static RolloutVerdict? Of(RolloutProgress progress, RolloutLimits limits) => progress switch
    {
        { Deployment: { } own } when own.RolloutState == DeploymentRolloutState.FAILED => new(RolloutEnd.Failed, Reason(own)),
        { Deployment: { Status: "PRIMARY" } own } => OfPrimary(own, progress, limits),
        { Primary: { } other } => OfReplaced(other, progress),
        _ => new(RolloutEnd.Failed, $"the service is {progress.Service.Status ?? "gone"}: it was deleted meanwhile"),
    };

    private static RolloutVerdict? OfPrimary(Deployment own, RolloutProgress progress, RolloutLimits limits)
    {
        if (IsComplete(own, progress.Service))
        {
            return new(RolloutEnd.Completed, Reason(own));
        }

        return Unplaceable(progress, limits) ?? Crashing(own, progress, limits);
    }

    // Without a rollout state (another deployment controller, an older endpoint) counts have to do.
    private static bool IsComplete(Deployment own, Service service) =>
        (own.RolloutState == DeploymentRolloutState.COMPLETED || (own.RolloutState is null && service.Deployments!.Count == 1))
        && own.RunningCount == own.DesiredCount;

    private static RolloutVerdict? Unplaceable(RolloutProgress progress, RolloutLimits limits) => progress.Events
        .Where(happened => happened.Message?.Contains("unable to place a task", StringComparison.Ordinal) == true)
        .GroupBy(happened => Identifier().Replace(happened.Message!, ""))
        .Where(same => same.Count() >= limits.PlacementFailures)
        .Select(same => new RolloutVerdict(RolloutEnd.Unplaceable, RolloutNews.Text(same.Last())))
        .FirstOrDefault();

    private static RolloutVerdict? Crashing(Deployment own, RolloutProgress progress, RolloutLimits limits)
    {
        var failed = progress.Rollout.CircuitBreaker ? progress.LostTasks : Math.Max(own.FailedTasks ?? 0, progress.LostTasks);
        return failed >= limits.FailedTasks ? new(RolloutEnd.Crashing, $"{failed} tasks started and died") : null;
    }

    private static RolloutVerdict OfReplaced(Deployment other, RolloutProgress progress)
    {
        var rollingBack = progress.Events.LastOrDefault(happened => happened.Message?.Contains("rolling back", StringComparison.OrdinalIgnoreCase) == true);
        var saysSo = other.RolloutStateReason?.Contains("rolling back", StringComparison.OrdinalIgnoreCase) == true;
        var ranBefore = other.TaskDefinition == progress.Rollout.Before && other.TaskDefinition != progress.Rollout.TaskDefinition;
        return rollingBack is not null || saysSo || ranBefore
            ? new(RolloutEnd.Failed, $"{RollbackReason(other, rollingBack)}; {TaskDefinitionRevision.NameOf(other.TaskDefinition)} runs again")
            : new(RolloutEnd.Superseded,
                $"{other.Id} of {TaskDefinitionRevision.NameOf(other.TaskDefinition)} took the place of {progress.Rollout.DeploymentId}");
    }

    private static string RollbackReason(Deployment other, ServiceEvent? rollingBack) =>
        other.RolloutStateReason?.Contains("circuit breaker", StringComparison.OrdinalIgnoreCase) == true ? other.RolloutStateReason
        : rollingBack is not null ? RolloutNews.Text(rollingBack)
        : "ECS went back";

    private static string Reason(Deployment deployment) => deployment.RolloutStateReason ?? $"{deployment.Id} is {deployment.RolloutState}";

    // Ids of tasks and instances differ where the message is the same.
    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f-]{4,}")]
    private static partial Regex Identifier();
}
