using System.Diagnostics;
using TickStack.Build.Processes;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public sealed class PlanAheadTests : IDisposable
{
    private readonly Cancellation run = new();
    private readonly ChildProcesses children = new();
    private readonly PlanAhead ahead;
    private int made;

    public PlanAheadTests() => ahead = new PlanAhead(run, children);

    public void Dispose()
    {
        ahead.Dispose();
        run.Dispose();
    }

    [Fact]
    public async Task It_is_made_once_and_taken_as_it_is()
    {
        ahead.Begin(MakeAsync);
        ahead.Begin(MakeAsync);

        (await ahead.Take()!).ShouldBe(PlanSummary.Empty);

        ahead.Begin(MakeAsync);
        await ahead.AbandonAsync();
        made.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_never_begun_is_neither_taken_nor_abandoned()
    {
        await ahead.AbandonAsync();

        ahead.Take().ShouldBeNull();
    }

    [Fact]
    public async Task Its_failure_is_the_takers()
    {
        ahead.Begin(_ => throw new InvalidOperationException("no plan"));

        await Should.ThrowAsync<InvalidOperationException>(() => ahead.Take()!);

        await ahead.AbandonAsync();
    }

    [Fact]
    public async Task What_nobody_takes_is_cancelled_and_waited_for_and_its_process_is_interrupted()
    {
        using var token = new CancellationTokenSource();
        var ready = new TaskCompletionSource();
        var process = children.Start(
            new ProcessStartInfo("sh", ["-c", "trap 'sleep 0.2; exit 9' INT; echo ready; while :; do sleep 0.05; done"]),
            _ => ready.TrySetResult(),
            _ => { },
            token.Token);
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var cancelled = false;
        ahead.Begin(async token =>
        {
            await process.Ended;
            cancelled = token.IsCancellationRequested;
            throw new OperationCanceledException(token);
        });

        await ahead.AbandonAsync();

        (await process.Ended, cancelled).ShouldBe((9, true));
    }

    private Task<PlanSummary> MakeAsync(CancellationToken cancellationToken)
    {
        made++;
        return Task.FromResult(PlanSummary.Empty);
    }
}
