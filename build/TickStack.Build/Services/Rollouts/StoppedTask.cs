using Amazon.ECS.Model;

namespace TickStack.Build.Services.Rollouts;

/// <summary>Why a task stopped, in words.</summary>
internal static class StoppedTask
{
    /// <summary>One line for the task, and one for each container that ended badly or says why.</summary>
    public static IEnumerable<string> Lines(Amazon.ECS.Model.Task task) =>
    [
        $"  task {task.TaskArn?[(task.TaskArn.LastIndexOf('/') + 1)..]} stopped: {task.StoppedReason ?? "no reason given"}{(task.StopCode is null ? "" : $" ({task.StopCode})")}",
        .. (task.Containers ?? []).Where(container => container.ExitCode is not 0 || container.Reason is not null).Select(Line),
    ];

    private static string Line(Container container) =>
        $"    container {container.Name}: {(container.ExitCode is { } code ? $"exit code {code}" : "no exit code")}{(container.Reason is { } reason ? $", {reason}" : "")}";
}
