using Amazon.ECS.Model;
using TickStack.Build.Aws;

namespace TickStack.Build.Ecs;

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
            return [.. stopped.SelectMany(StoppedTask.Lines), .. await new FinalLogLines(logs).OfAsync(rollout.Logs, stopped, cancellationToken)];
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
        RolloutEnd.TimedOut =>
            "the deployment goes on in ECS; run the target again to watch it, or give it more time in the environment's settings (rollout.timeout)",
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

/// <summary>What the containers of a task that died wrote last, as far as it can be read.</summary>
internal sealed class FinalLogLines(IContainerLogs logs)
{
    private const int Lines = 10;

    /// <param name="containers">Where they write.</param>
    /// <param name="tasks">The last that stopped comes first: it speaks for the others.</param>
    public async Task<IEnumerable<string>> OfAsync(
        IReadOnlyList<ContainerLog> containers, IReadOnlyList<Amazon.ECS.Model.Task> tasks, CancellationToken cancellationToken)
    {
        if (tasks.Count == 0)
        {
            return [];
        }

        var lines = new List<string>();
        foreach (var log in Guilty(containers, tasks[0]))
        {
            lines.AddRange(await OfAsync(log, tasks[0].TaskArn!, cancellationToken));
        }

        return lines;
    }

    // Where none has an exit code of its own, as when a health check fails, any of them may be the cause.
    private static IEnumerable<ContainerLog> Guilty(IReadOnlyList<ContainerLog> containers, Amazon.ECS.Model.Task task)
    {
        var failed = (task.Containers ?? []).Where(container => container.ExitCode is not (null or 0)).Select(container => container.Name).ToHashSet();
        return failed.Count == 0 ? containers : containers.Where(log => failed.Contains(log.Container));
    }

    private async Task<IEnumerable<string>> OfAsync(ContainerLog log, string task, CancellationToken cancellationToken)
    {
        try
        {
            var written = await logs.TailAsync(log.StreamOf(task), Lines, cancellationToken);
            return written.Count == 0 ? [] : written.Select(line => $"      {line.Text}").Prepend($"    {log.Container} wrote last ({log.Group}):");
        }
        catch (FailureException failure)
        {
            // Why the rollout failed matters more than why its log cannot be read.
            return [$"    the log of {log.Container} could not be read: {failure.Problems[0].Message}"];
        }
    }
}

/// <summary>Why a task stopped, as people read it.</summary>
internal static class StoppedTask
{
    /// <summary>One line for the task, and one for each container that ended badly or says why.</summary>
    public static IEnumerable<string> Lines(Amazon.ECS.Model.Task task) =>
    [
        $"  task {task.TaskArn?[(task.TaskArn.LastIndexOf('/') + 1)..]} stopped: {task.StoppedReason ?? "no reason given"}"
            + (task.StopCode is null ? "" : $" ({task.StopCode})"),
        .. (task.Containers ?? []).Where(container => container.ExitCode is not 0 || container.Reason is not null).Select(Line),
    ];

    private static string Line(Container container) =>
        $"    container {container.Name}: {(container.ExitCode is { } code ? $"exit code {code}" : "no exit code")}"
            + (container.Reason is { } reason ? $", {reason}" : "");
}
