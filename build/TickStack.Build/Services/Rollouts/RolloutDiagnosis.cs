using TickStack.Build.Errors;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Services.Rollouts;

/// <summary>Gathers why a rollout did not complete: ECS's last events, and what its stopped tasks say and wrote.</summary>
internal sealed class RolloutDiagnosis(EcsCalls calls, IContainerLogs logs)
{
    private const int LastEvents = 5;
    private const int LastTasks = 3;

    public async Task<FailureException> FailureAsync(RolloutProgress progress, RolloutVerdict verdict, CancellationToken cancellationToken)
    {
        var rollout = progress.Rollout;
        IEnumerable<string> lines =
        [
            $"{rollout.Service}: the rollout of {TaskDefinitionRevision.NameOf(rollout.TaskDefinition)} {Words(verdict.End)}: {verdict.Reason}",
            .. progress.Events.TakeLast(LastEvents).Select(happened => $"  event {happened.CreatedAt:HH:mm:ss}Z {RolloutNews.Text(happened)}"),
            .. await StoppedAsync(rollout, cancellationToken),
        ];
        return new FailureException(string.Join(Environment.NewLine, lines), Remedy(verdict.End), CodeOf(verdict.End));
    }

    private async Task<IEnumerable<string>> StoppedAsync(Rollout rollout, CancellationToken cancellationToken)
    {
        try
        {
            var tasks = await calls.StoppedTasksAsync(rollout.Cluster, rollout.Service, cancellationToken);
            var stopped = tasks
                .Where(task => task.StartedBy is null || task.StartedBy == rollout.DeploymentId)
                .OrderByDescending(task => task.StoppedAt ?? task.StoppingAt)
                .Take(LastTasks)
                .ToList();
            return [.. stopped.SelectMany(StoppedTask.Lines), .. await new LastWords(logs).OfAsync(rollout.Logs, stopped, cancellationToken)];
        }
        catch (FailureException failure)
        {
            // Why the rollout failed matters more than why the reason cannot be had in full.
            return [$"  stopped tasks could not be read: {failure.Problems[0].Message}"];
        }
    }

    private static string Words(RolloutEnd end) => end switch
    {
        RolloutEnd.Failed => "failed",
        RolloutEnd.Superseded => "was superseded",
        RolloutEnd.TimedOut => "timed out",
        RolloutEnd.Unplaceable => "found no place",
        RolloutEnd.Crashing => "crashes",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "not a failure"),
    };

    private static string Remedy(RolloutEnd end) => end switch
    {
        RolloutEnd.Superseded => "let one deploy of an environment run at a time; run the target again if this revision is the wanted one",
        RolloutEnd.TimedOut => "the deployment goes on in ECS; run the target again to watch it, or give it more time in the environment's settings (rollout.timeout)",
        RolloutEnd.Unplaceable => "compare the containers' memory and CPU, and their network interfaces, with what the cluster's instance has; "
            + "a larger instance type is one line of the environment's settings",
        _ => "read the stopped containers' logs in their log groups, correct what they complain about, and run the target again",
    };

    private static ExitCode CodeOf(RolloutEnd end) => end switch
    {
        RolloutEnd.Superseded => ExitCode.Superseded,
        RolloutEnd.TimedOut => ExitCode.RolloutTimedOut,
        RolloutEnd.Unplaceable => ExitCode.Unplaceable,
        RolloutEnd.Crashing => ExitCode.Crashing,
        _ => ExitCode.RolloutFailed,
    };
}
