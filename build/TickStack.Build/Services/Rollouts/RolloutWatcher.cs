using System.Security.Cryptography;
using Amazon.ECS.Model;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Logs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Services.Rollouts;

/// <summary>Follows one deployment to its end, whatever that is, and tells the news meanwhile.</summary>
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
        await calls.FindServiceAsync(progress.Rollout.Cluster, progress.Rollout.Service, cancellationToken) ?? new Service { ServiceName = progress.Rollout.Service };
}
