namespace TickStack.Build.Ecs;

/// <summary>Follows the tasks of a rollout. Two more calls per look, so it looks more seldom than the rollout's own watch.</summary>
internal sealed class TaskWatch(EcsCalls calls, Rollout rollout, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private Dictionary<string, string> states = [];
    private long? last;
    private bool refused;

    /// <returns>What changed since the last look; nothing while it is too early for another.</returns>
    public async Task<IReadOnlyList<string>> NewsAsync(CancellationToken cancellationToken)
    {
        if (refused || (this.last is { } last && time.GetElapsedTime(last) < Pause))
        {
            return [];
        }

        this.last = time.GetTimestamp();
        try
        {
            var tasks = await calls.RunningTasksAsync(rollout.Cluster, rollout.Service, cancellationToken);
            return Changes(tasks.Where(task => task.StartedBy == rollout.DeploymentId).ToDictionary(task => task.TaskArn!, State));
        }
        catch (FailureException failure)
        {
            // A caller may be allowed to see services and no tasks: the rollout is judged without them.
            refused = true;
            return [$"task states cannot be read: {failure.Problems[0].Message}"];
        }
    }

    private List<string> Changes(Dictionary<string, string> states)
    {
        var news = states
            .Where(task => this.states.GetValueOrDefault(task.Key) != task.Value)
            .Select(task => $"task {task.Key[(task.Key.LastIndexOf('/') + 1)..]} {task.Value}")
            .ToList();
        this.states = states;
        return news;
    }

    private static string State(Amazon.ECS.Model.Task task) =>
        task.HealthStatus is { } health && health != Amazon.ECS.HealthStatus.UNKNOWN ? $"{task.LastStatus}, {health}" : task.LastStatus ?? "";
}
