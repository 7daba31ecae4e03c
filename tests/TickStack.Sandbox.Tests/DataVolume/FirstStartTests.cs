namespace TickStack.Sandbox.Tests.DataVolume;

[Trait("Category", "DataVolume")]
public sealed class FirstStartTests(DataVolumeFixture fixture)
{
    private const string Precious = "/data/influxdb/precious";

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_blank_volume_is_formatted_mounted_and_recorded_before_the_agent_starts(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await using var instance = await LaunchWithDeviceAsync(volume);

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        await instance.ShouldBeReadyAsync(volume, run);
        (await volume.FileSystemAsync()).Type.ShouldBe(fileSystem);
        run.Commands.Count(each => each == $"mkfs.{fileSystem}").ShouldBe(1);
        instance.Read("/opt/stand-ins/systemctl-calls").ShouldEndWith("daemon-reload\nenable --now --no-block ecs.service\n");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_second_run_changes_nothing(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await using var instance = await StartedAsync(volume, fileSystem);
        var record = await volume.RecordAsync();

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        await instance.ShouldBeReadyAsync(volume, run);
        run.Commands.ShouldNotContain(each => each.StartsWith("mkfs", StringComparison.Ordinal) || each == "mount");
        (await volume.RecordAsync()).ShouldBe(record);
        (await ReadAsync(instance)).ShouldBe("points\n");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_reboot_mounts_the_volume_under_whatever_name_before_the_agent_starts(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await using var instance = await StartedAsync(volume, fileSystem);

        await instance.RebootAsync(volume);

        instance.AgentRuns.ShouldBeTrue();
        (await ReadAsync(instance)).ShouldBe("points\n");
        await instance.ShouldBeReadyAsync(volume, await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem }));
    }

    [Fact]
    public async Task After_a_reboot_without_the_volume_the_agent_does_not_start()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await StartedAsync(volume, "ext4");

        await instance.RebootAsync(volume, volumeIsThere: false);

        instance.AgentRuns.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_replacement_waits_for_the_instance_that_holds_the_volume_and_finds_its_data(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await using var old = await StartedAsync(volume, fileSystem);
        (await old.ShellAsync("umount /data")).ShouldSucceed();
        await using var instance = await LaunchWithDeviceAsync(volume);
        await instance.HurryAsync(12);
        await instance.AtAsync(600, $"aws ec2 terminate-instances --instance-ids {old.Id}");

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        run.Log.ShouldContain($"{volume.Id} is in-use ({old.Id}, attached)");
        run.Seconds.ShouldBeInRange(570, 690);
        await instance.ShouldBeReadyAsync(volume, run);
        (await ReadAsync(instance)).ShouldBe("points\n");
    }

    [Theory]
    [InlineData("ext4", 96)]
    [InlineData("xfs", 400)]
    public async Task A_grown_volume_is_grown_into(string fileSystem, int megabytes)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await using var instance = await StartedAsync(volume, fileSystem);
        var before = await BlocksAsync(instance);
        await volume.GrowAsync(megabytes);

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        await instance.ShouldBeReadyAsync(volume, run);
        (await BlocksAsync(instance)).ShouldBeGreaterThan(before * 6 / 5, run.Log);
        (await ReadAsync(instance)).ShouldBe("points\n");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_volume_from_a_snapshot_keeps_its_data_and_is_recorded(string fileSystem)
    {
        await using var source = await fixture.CreateVolumeAsync(fileSystem);
        await using var first = await StartedAsync(source, fileSystem);
        (await first.ShellAsync("umount /data")).ShouldSucceed();
        await using var volume = await fixture.CreateVolumeAsync(fileSystem, await source.SnapshotAsync());
        await volume.ShellAsync($"""cat {source.Device} >"$1" """);
        await using var instance = await LaunchWithDeviceAsync(volume);

        // The blocks came from the snapshot, and so did the UUID; the source is not attached to this instance.
        await source.DisposeAsync();
        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        await instance.ShouldBeReadyAsync(volume, run);
        (await ReadAsync(instance)).ShouldBe("points\n");
    }

    [Theory]
    [InlineData("ext4", "xfs")]
    [InlineData("xfs", "ext4")]
    public async Task A_file_system_that_somebody_else_has_made_is_kept_though_another_is_wanted(string made, string wanted)
    {
        await using var volume = await fixture.CreateVolumeAsync(made);
        await volume.ShellAsync($"""mkfs.{made} -q "$1" """);
        var before = await volume.FileSystemAsync();
        await using var instance = await LaunchWithDeviceAsync(volume);

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = wanted });

        await instance.ShouldBeReadyAsync(volume, run);
        (await volume.FileSystemAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task Files_count_for_more_than_a_record_that_says_formatting_had_only_begun(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await volume.FormatAsync(fileSystem, withData: true);
        await volume.RecordAsync("begun");
        await using var instance = await LaunchWithDeviceAsync(volume);

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        await instance.ShouldBeReadyAsync(volume, run);
        (await ReadAsync(instance)).ShouldBe("points\n");
    }

    private async Task<ContainerInstance> LaunchWithDeviceAsync(EbsVolume volume)
    {
        var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        return instance;
    }

    private async Task<ContainerInstance> StartedAsync(EbsVolume volume, string fileSystem)
    {
        var instance = await LaunchWithDeviceAsync(volume);
        (await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem })).ShouldSucceed();
        (await instance.ShellAsync($"printf points >{Precious}")).ShouldSucceed();
        return instance;
    }

    private static async Task<string> ReadAsync(ContainerInstance instance) => (await instance.ShellAsync($"cat {Precious}")).Log;

    private static async Task<long> BlocksAsync(ContainerInstance instance) =>
        long.Parse((await instance.ShellAsync("stat -f -c '%b*%S' /data")).Log.Split('*')[0], System.Globalization.CultureInfo.InvariantCulture);
}
