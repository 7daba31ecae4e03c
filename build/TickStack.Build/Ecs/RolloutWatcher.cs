using Amazon.ECS.Model;
using TickStack.Build.Aws;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Ecs;

/// <summary>Follows one deployment to its end, good or bad, and reports what happens until then.</summary>
public sealed class RolloutWatcher(EcsCalls calls, RolloutLimits limits, IContainerLogs logs, IRolloutReport report, TimeProvider time)
{
    /// <param name="service">The service as the call returned it that started the rollout.</param>
    /// <exception cref="FailureException">Every end but completion.</exception>
    public async Task WatchAsync(Rollout rollout, Service service, CancellationToken cancellationToken)
    {
        var progress = RolloutProgress.Start(rollout, service);
        try
        {
            using var deadline = new CancellationTokenSource(limits.Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            var verdict = await FollowAsync(progress, latest => progress = latest, either.Token);
            if (verdict.End is not RolloutEnd.Completed)
            {
                throw await new RolloutDiagnosis(calls, logs).FailureAsync(progress, verdict, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var verdict = new RolloutVerdict(RolloutEnd.TimedOut, $"not complete after {limits.Timeout.TotalSeconds:0} s");
            throw await new RolloutDiagnosis(calls, logs).FailureAsync(progress, verdict, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            report.News(rollout.Service, $"no longer watched; ECS goes on with {rollout.DeploymentId}, and the next deploy watches it again");
            throw;
        }
    }

    private async Task<RolloutVerdict> FollowAsync(RolloutProgress progress, Action<RolloutProgress> seen, CancellationToken cancellationToken)
    {
        var lastNews = time.GetTimestamp();
        var tasks = new TaskWatch(calls, progress.Rollout, time);
        var delay = TimeSpan.Zero;
        RolloutVerdict? verdict;
        Tell(progress.Rollout, progress.Events.Select(RolloutNews.Text));
        while ((verdict = RolloutJudge.Of(progress, limits)) is null)
        {
            await Task.Delay(delay, time, cancellationToken);
            var next = progress.Next(await LookAsync(progress, cancellationToken));
            IReadOnlyList<string> news = [.. RolloutNews.Between(progress, next), .. await TaskNewsAsync(tasks, next, cancellationToken)];
            lastNews = news.Count > 0 ? time.GetTimestamp() : lastNews;
            Tell(progress.Rollout, news);
            seen(progress = next);
            delay = RolloutPace.Next(time.GetElapsedTime(lastNews), RandomNumberGenerator.GetInt32(1001) / 1000d);
        }

        return verdict;
    }

    // Once it is over, its tasks are no news.
    private async Task<IReadOnlyList<string>> TaskNewsAsync(TaskWatch tasks, RolloutProgress progress, CancellationToken cancellationToken) =>
        RolloutJudge.Of(progress, limits) is null ? await tasks.NewsAsync(cancellationToken) : [];

    private void Tell(Rollout rollout, IEnumerable<string> news)
    {
        foreach (var line in news)
        {
            report.News(rollout.Service, line);
        }
    }

    private async Task<Service> LookAsync(RolloutProgress progress, CancellationToken cancellationToken) =>
        await calls.FindServiceAsync(progress.Rollout.Cluster, progress.Rollout.Service, cancellationToken)
            ?? new Service { ServiceName = progress.Rollout.Service };
}

/// <summary>How soon to look again: every second while things move, and ever more seldom, to 5 s, when they do not.</summary>
public static class RolloutPace
{
    private const double QuietPerSecond = 15;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="quiet">Since the last news.</param>
    /// <param name="jitter">From 0 to 1; takes a tenth off at most, so that several deploys do not meet.</param>
    public static TimeSpan Next(TimeSpan quiet, double jitter)
    {
        var seconds = Math.Clamp(quiet.TotalSeconds / QuietPerSecond, Shortest.TotalSeconds, Longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 - (jitter / 10)));
    }
}

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

    private static string? State(Deployment? deployment) =>
        deployment is null ? null : $"{deployment.Id} {deployment.RolloutState?.Value ?? deployment.Status}";

    private static string? Other(RolloutProgress progress) => progress.Primary is { } primary && primary.Id != progress.Rollout.DeploymentId
        ? $"{primary.Id} of {TaskDefinitionRevision.NameOf(primary.TaskDefinition)} is the primary deployment now"
        : null;

    [GeneratedRegex(@"^\(service [^)]*\),? ?")]
    private static partial Regex ServicePrefix();
}
