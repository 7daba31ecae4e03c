using System.Diagnostics;
using TickStack.Build.Processes;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

/// <summary>One after the other: a living terraform of one test could hold the lock of another.</summary>
[Collection(nameof(LockWatchTests))]
public sealed class LockWatchTests : IDisposable
{
    private readonly LockedRoot root = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData(LockedRoot.Working)]
    [InlineData("")]
    public async Task The_lock_of_a_terraform_that_was_killed_is_removed(string said)
    {
        root.Says(said);

        await KilledAsync(HeldNow);

        root.Unlocked.ShouldBe(["force-unlock -force 1"]);
        root.Record.ShouldBeNull();
    }

    [Theory]
    [InlineData(LockedRoot.Working)]
    [InlineData("")]
    public async Task A_lock_that_somebody_else_has_taken_since_is_left_alone(string said)
    {
        root.Says(said);

        await KilledAsync(() => root.IsHeld("2", DateTimeOffset.UtcNow.AddMinutes(1)));

        root.Unlocked.ShouldBeEmpty();
        root.Record.ShouldBeNull();
    }

    [Fact]
    public async Task A_lock_that_was_released_needs_nothing()
    {
        root.Says(LockedRoot.Working);

        await KilledAsync(root.IsReleased);

        root.Unlocked.ShouldBeEmpty();
        root.Record.ShouldBeNull();
    }

    [Fact]
    public async Task A_lock_that_is_younger_than_the_line_that_proves_it_is_another_ones()
    {
        root.Says(LockedRoot.Working);
        root.IsHeld("1", DateTimeOffset.UtcNow.AddMinutes(1));
        var run = RunAsync();

        await root.StartedAsync();
        await EndAsync(run, () => { });

        root.Unlocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lock_that_another_living_terraform_may_hold_stays_and_so_does_the_record()
    {
        using var other = Process.Start(new ProcessStartInfo(root.Program, ["plan"]) { RedirectStandardOutput = true })!;
        await root.StartedAsync();

        await KilledAsync(HeldNow);

        root.Unlocked.ShouldBeEmpty();
        root.Record.ShouldNotBeNull();
        other.Kill();
        await other.WaitForExitAsync(Token);
        await root.Watch.ClearAsync(TerraformRoot.Registry, Token);
        root.Unlocked.ShouldBe(["force-unlock -force 1"]);
    }

    [Fact]
    public async Task While_its_terraform_lives_the_lock_stays_whoever_had_started_it()
    {
        root.Says(LockedRoot.Working);
        var run = RunAsync();
        await root.NotedAsync();

        await root.Watch.ClearAsync(TerraformRoot.Registry, Token);

        root.Unlocked.ShouldBeEmpty();
        root.Record.ShouldNotBeNull();
        root.Finish();
        await run;
    }

    [Theory]
    [InlineData(LockedRoot.Working)]
    [InlineData("")]
    public async Task The_next_run_removes_what_was_killed_together_with_the_run_before(string said)
    {
        root.Says(said);
        var left = await LeftBehindAsync();

        await ClearAsync(left);

        root.Unlocked.ShouldBe(["force-unlock -force 1"]);
        root.Record.ShouldBeNull();
    }

    [Fact]
    public async Task A_run_that_was_killed_before_its_terraform_was_known_proves_the_same()
    {
        var left = await LeftBehindAsync();

        await ClearAsync(left with { Process = $"{int.MaxValue} 1" });

        root.Unlocked.ShouldBe(["force-unlock -force 1"]);
    }

    [Fact]
    public async Task Nothing_is_proven_by_a_process_id_of_another_machine()
    {
        var left = await LeftBehindAsync();

        await ClearAsync(left with { Machine = "elsewhere" });

        root.Unlocked.ShouldBeEmpty();
        root.Record.ShouldNotBeNull();
    }

    [Fact]
    public async Task No_process_outlives_a_reboot_whoever_has_its_id_now()
    {
        var left = await LeftBehindAsync();
        var current = await new RunningProcesses(root, TimeProvider.System).CurrentAsync(Token);

        await ClearAsync(left with { Process = $"{current}", Boot = "another" });

        root.Unlocked.ShouldBe(["force-unlock -force 1"]);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_stops_nobody()
    {
        root.Artifacts.WriteText("terraform/registry/locks/1.json", "");

        await root.Watch.ClearAsync(TerraformRoot.Registry, Token);

        root.Unlocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_that_goes_well_leaves_nothing_to_clear()
    {
        root.Says(LockedRoot.Working);
        var run = RunAsync();
        await root.NotedAsync();

        root.Finish();
        await run;

        root.Record.ShouldBeNull();
        root.Unlocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_that_never_began_leaves_nothing_to_clear()
    {
        await Should.ThrowAsync<FailureException>(
            () => root.Watch.RunAsync<bool>(TerraformRoot.Registry, "terraform plan", _ => throw new FailureException("no terraform")));

        root.Record.ShouldBeNull();
    }

    [Fact]
    public async Task A_command_that_another_ones_lock_has_stopped_says_so_and_leaves_that_lock()
    {
        var run = root.Watch.RunAsync<bool>(TerraformRoot.Registry, "terraform plan of terraform/registry", async _ =>
        {
            await root.State.PullAsync(TerraformRoot.Registry, Token);
            throw new FailureException(StateLockTests.Refusal);
        });
        await root.StartedAsync();
        root.Finish();

        var failure = await Should.ThrowAsync<FailureException>(() => run);

        failure.Message.ShouldStartWith("terraform plan of terraform/registry did not begin: the state is locked by ada@build-7, for an apply");
        root.Unlocked.ShouldBeEmpty();
        root.Record.ShouldBeNull();
    }

    private Task RunAsync() => root.State.UntaintAsync(TerraformRoot.Registry, "aws_kms_key.this", Token);

    private void HeldNow() => root.IsHeld("1", DateTimeOffset.UtcNow);

    /// <summary>It is killed, and its run lives to see it.</summary>
    private async Task KilledAsync(Action before)
    {
        var run = RunAsync();
        await root.NotedAsync();
        await EndAsync(run, before);
    }

    private async Task EndAsync(Task run, Action before)
    {
        before();
        root.Children.Kill();
        await Should.ThrowAsync<FailureException>(() => run);
    }

    /// <summary>What is written down while a terraform works.</summary>
    private async Task<LockingTerraform> LeftBehindAsync()
    {
        var run = RunAsync();
        await root.NotedAsync();
        HeldNow();
        var left = root.Read()!;
        root.Finish();
        await run;
        return left;
    }

    private async Task ClearAsync(LockingTerraform left)
    {
        root.Artifacts.Write("terraform/registry/locks/1.json", left);
        await root.Watch.ClearAsync(TerraformRoot.Registry, Token);
    }
}
