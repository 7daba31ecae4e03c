using System.Diagnostics;
using TickStack.Build.Processes;

namespace TickStack.Build.Tests.Processes;

/// <summary>With real processes: sh and sleep.</summary>
public sealed class ChildProcessesTests : IDisposable
{
    private const string Listening =
        "trap 'echo interrupted; left=10' INT; echo ready; left=1200; while [ $left -gt 0 ]; do left=$((left-1)); sleep 0.05; done; exit 9";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly ChildProcesses children = new();
    private readonly CancellationTokenSource run = new();
    private readonly List<string> lines = [];

    public void Dispose()
    {
        children.Kill();
        run.Dispose();
    }

    [Fact]
    public async Task Whoever_cancels_what_it_was_started_for_has_it_interrupted_once()
    {
        var child = await StartAsync(Listening, run.Token);

        await run.CancelAsync();
        children.End();

        (await child.Ended.WaitAsync(Bound, TestContext.Current.CancellationToken)).ShouldBe(9);
        lines.ShouldBe(["ready", "interrupted"]);
    }

    [Fact]
    public async Task What_cleans_up_is_not_interrupted_and_is_killed_with_the_rest()
    {
        var child = await StartAsync(Listening, CancellationToken.None);

        children.End();
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        children.Kill();

        (await child.Ended.WaitAsync(Bound, TestContext.Current.CancellationToken)).ShouldNotBe(9);
        lines.ShouldBe(["ready"]);
    }

    [Fact]
    public async Task It_is_one_of_them_until_what_it_started_has_let_go_of_its_outputs()
    {
        var child = await StartAsync("sleep 60 & echo ready", run.Token);
        SpinWait.SpinUntil(() => child.HasExited, Bound).ShouldBeTrue("the shell did not end");
        children.Contains(child.Id).ShouldBeTrue();

        children.Kill();

        await child.Ended.WaitAsync(Bound, TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => !children.Contains(child.Id), Bound).ShouldBeTrue("it is still one of them");
    }

    [Fact]
    public void Nothing_is_started_for_what_is_cancelled_already()
    {
        run.Cancel();

        Should.Throw<OperationCanceledException>(() => children.Start(new ProcessStartInfo("true"), _ => { }, _ => { }, run.Token));
    }

    private async Task<RunningChild> StartAsync(string script, CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource();
        var child = children.Start(
            new ProcessStartInfo("sh", ["-c", script]),
            line =>
            {
                lines.Add(line);
                ready.TrySetResult();
            },
            _ => { },
            cancellationToken);
        await ready.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        return child;
    }
}
