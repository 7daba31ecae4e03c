using System.Text.RegularExpressions;
using Amazon.ECS.Model;

namespace TickStack.Build.Services.Rollouts;

/// <summary>What is new between two looks at a service: nothing, most of the time.</summary>
public static partial class RolloutNews
{
    public static IReadOnlyList<string> Between(RolloutProgress before, RolloutProgress after) =>
    [
        .. after.Events.Skip(before.Events.Count).Select(Text),
        .. Changed(Counts(before.Deployment), Counts(after.Deployment)),
        .. Changed(State(before.Deployment), State(after.Deployment)),
        .. Changed(Other(before), Other(after)),
    ];

    /// <summary>Without "(service NAME)": the line says it already.</summary>
    public static string Text(ServiceEvent happened) => ServicePrefix().Replace(happened.Message ?? "", "");

    private static IEnumerable<string> Changed(string? before, string? after) => after is not null && after != before ? [after] : [];

    private static string? Counts(Deployment? deployment) => deployment is null ? null
        : $"{deployment.RunningCount} of {deployment.DesiredCount} running, {deployment.PendingCount} pending"
            + (deployment.FailedTasks > 0 ? $", {deployment.FailedTasks} failed" : "");

    private static string? State(Deployment? deployment) => deployment is null ? null : $"{deployment.Id} {deployment.RolloutState?.Value ?? deployment.Status}";

    private static string? Other(RolloutProgress progress) => progress.Primary is { } primary && primary.Id != progress.Rollout.DeploymentId
        ? $"{primary.Id} of {TaskDefinitionRevision.NameOf(primary.TaskDefinition)} is the primary deployment now"
        : null;

    [GeneratedRegex(@"^\(service [^)]*\),? ?")]
    private static partial Regex ServicePrefix();
}
