using TickStack.Build.Errors;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Services.Rollouts;

/// <summary>What the containers of a task that died wrote last, as far as it can be read.</summary>
internal sealed class LastWords(IContainerLogs logs)
{
    private const int Lines = 10;

    /// <param name="containers">Where they write.</param>
    /// <param name="tasks">The last that stopped comes first: it speaks for the others.</param>
    public async Task<IEnumerable<string>> OfAsync(IReadOnlyList<ContainerLog> containers, IReadOnlyList<Amazon.ECS.Model.Task> tasks, CancellationToken cancellationToken)
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
