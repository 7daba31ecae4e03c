using System.Collections.Concurrent;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>SIGKILL for the start-up script and all its children, anywhere: the next run ends as this one should have.</summary>
[Trait("Category", "DataVolume")]
public sealed class KillTests(DataVolumeFixture fixture)
{
    [Theory]
    [InlineData("ext4", RunAgain.Here)]
    [InlineData("ext4", RunAgain.Elsewhere)]
    [InlineData("xfs", RunAgain.Here)]
    [InlineData("xfs", RunAgain.Elsewhere)]
    public async Task Killed_after_any_command_on_a_blank_volume_it_is_completed_by_the_next_run(string fileSystem, RunAgain runAgain) =>
        await KillAfterEachCommandAsync(() => fixture.CreateVolumeAsync(fileSystem), fileSystem, _ => runAgain);

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task Killed_after_any_command_on_a_volume_with_data_it_is_completed_by_the_next_run(string fileSystem) =>
        await KillAfterEachCommandAsync(() => UsedVolumeAsync(fileSystem), fileSystem, InTurns, ShouldHavePointsAsync);

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_run_that_completes_a_killed_one_may_be_killed_too_and_the_next_completes_it(string fileSystem) =>
        await KillAfterEachCommandAsync(() => BegunVolumeAsync(fileSystem), fileSystem, InTurns);

    [Theory]
    [InlineData("ext4", 318)]
    [InlineData("xfs", 65)]
    public async Task Killed_at_a_write_of_mkfs_it_is_completed_by_the_next_run(string fileSystem, int writes)
    {
        var cut = new ConcurrentBag<int>();
        var options = new ScriptOptions { FileSystem = fileSystem };
        await EachAsync([1, 2, 3, .. Enumerable.Range(1, 9).Select(tenth => writes * tenth / 10)], async write =>
        {
            await using var volume = await fixture.CreateVolumeAsync(fileSystem);
            await using var instance = await LaunchAsync(volume);
            if ((await instance.RunAsync(options with { KillAtWrite = write })).ExitCode == 0)
            {
                return; // another version of mkfs, which needs fewer
            }

            cut.Add(write);
            (await volume.RecordAsync()).ShouldBe("begun");
            await instance.ShouldBeReadyAsync(volume, await instance.RunAsync(options), $"killed at write {write} of mkfs.{fileSystem}\n");
        });
        cut.Count.ShouldBeGreaterThan(6);
        Report($"mkfs.{fileSystem} was killed at {cut.Count} of its writes");
    }

    private static RunAgain InTurns(int kill) => kill % 2 == 0 ? RunAgain.Here : RunAgain.Elsewhere;

    private async Task KillAfterEachCommandAsync(
        Func<Task<EbsVolume>> create, string fileSystem, Func<int, RunAgain> runAgain, Func<ContainerInstance, string, Task>? afterwards = null)
    {
        var commands = await CommandsAsync(create, fileSystem);
        await EachAsync(Enumerable.Range(1, commands.Count),
            kill => KillAsync(create, new ScriptOptions { FileSystem = fileSystem, KillAfter = kill }, runAgain(kill), afterwards));
        Report($"{commands.Count} kill points: {string.Join(' ', commands)}");
    }

    private async Task<IReadOnlyList<string>> CommandsAsync(Func<Task<EbsVolume>> create, string fileSystem)
    {
        await using var volume = await create();
        await using var instance = await LaunchAsync(volume);
        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });
        run.ShouldSucceed();
        return run.Commands;
    }

    private async Task KillAsync(Func<Task<EbsVolume>> create, ScriptOptions options, RunAgain runAgain, Func<ContainerInstance, string, Task>? afterwards)
    {
        await using var volume = await create();
        await using var first = await LaunchAsync(volume);
        var killed = await first.RunAsync(options);
        killed.Commands.Count.ShouldBeGreaterThanOrEqualTo(options.KillAfter!.Value, killed.Log);

        await using var second = runAgain == RunAgain.Elsewhere ? await ReplaceAsync(first, volume) : null;
        var (instance, context) = (second ?? first, $"killed after {string.Join(' ', killed.Commands)}, then {runAgain}\n");
        await instance.ShouldBeReadyAsync(volume, await instance.RunAsync(options with { KillAfter = null }), context);
        await (afterwards?.Invoke(instance, context) ?? Task.CompletedTask);
    }

    private static async Task ShouldHavePointsAsync(ContainerInstance instance, string context) =>
        (await instance.ShellAsync("cat /data/influxdb/precious")).Log.ShouldBe("points\n", context);

    private async Task<ContainerInstance> ReplaceAsync(ContainerInstance instance, EbsVolume volume)
    {
        // Its end takes its mounts with it.
        await instance.DisposeAsync();
        await fixture.TerminateAsync(instance);
        return await LaunchAsync(volume);
    }

    /// <summary>One that an earlier generation of instances has used, and that has been enlarged since.</summary>
    private async Task<EbsVolume> UsedVolumeAsync(string fileSystem)
    {
        var volume = await fixture.CreateVolumeAsync(fileSystem);
        await volume.FormatAsync(fileSystem, withData: true);
        await volume.RecordAsync("2026-01-01T00:00:00Z");
        await volume.GrowAsync(fileSystem == "xfs" ? 400 : 96);
        return volume;
    }

    /// <summary>One whose first run was killed when mkfs was through.</summary>
    private async Task<EbsVolume> BegunVolumeAsync(string fileSystem)
    {
        var volume = await fixture.CreateVolumeAsync(fileSystem);
        await volume.FormatAsync(fileSystem, withData: false);
        await volume.RecordAsync("begun");
        return volume;
    }

    private async Task<ContainerInstance> LaunchAsync(EbsVolume volume)
    {
        var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        return instance;
    }

    private static void Report(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);

    private static Task EachAsync(IEnumerable<int> values, Func<int, Task> body) =>
        Parallel.ForEachAsync(values, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1 }, async (value, _) => await body(value));
}
