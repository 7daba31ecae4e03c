using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

/// <summary>What changes the state is interrupted and cleaned up after as a plan is.</summary>
[Collection(nameof(LockWatchTests))]
public sealed class StateCommandsTests : IDisposable
{
    private const string Address = "aws_ecr_repository.component[\"telegraf\"]";

    private readonly LockedRoot root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("import")]
    [InlineData("untaint")]
    [InlineData("state rm")]
    public async Task An_interrupt_reaches_it_once_and_leaves_neither_lock_nor_record(string command)
    {
        using var run = new CancellationTokenSource();
        var change = RunAsync(command, run.Token);
        await root.NotedAsync();
        root.IsReleased();

        root.Children.End();
        await run.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => change);
        root.Signals.ShouldBe(["INT"]);
        root.Record.ShouldBeNull();
        root.Unlocked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("import")]
    [InlineData("untaint")]
    [InlineData("state rm")]
    public async Task When_it_is_killed_its_lock_is_removed(string command)
    {
        var change = RunAsync(command, TestContext.Current.CancellationToken);
        await root.NotedAsync();
        root.IsHeld("1", DateTimeOffset.UtcNow);

        root.Children.Kill();

        (await Should.ThrowAsync<FailureException>(() => change)).Message.ShouldStartWith($"terraform {command}");
        root.Unlocked.ShouldBe(["force-unlock -force 1"]);
        root.Record.ShouldBeNull();
    }

    private Task RunAsync(string command, CancellationToken cancellationToken) => command switch
    {
        "import" => root.State.ImportAsync(TerraformRoot.Registry, Address, "metrics/telegraf", cancellationToken),
        "untaint" => root.State.UntaintAsync(TerraformRoot.Registry, Address, cancellationToken),
        _ => root.State.ForgetAsync(TerraformRoot.Registry, Address, cancellationToken),
    };
}
