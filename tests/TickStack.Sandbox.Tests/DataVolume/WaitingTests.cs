namespace TickStack.Sandbox.Tests.DataVolume;

[Trait("Category", "DataVolume")]
public sealed class WaitingTests(DataVolumeFixture fixture)
{
    private static readonly ScriptOptions Ext4 = new() { FileSystem = "ext4" };

    [Fact]
    public async Task An_EC2_API_that_fails_for_a_minute_is_survived()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        await instance.ApiFailsUntilAsync(90);

        var run = await instance.RunAsync(Ext4);

        await instance.ShouldBeReadyAsync(volume, run);
        run.Log.ShouldContain("RequestLimitExceeded");
        run.Seconds.ShouldBeInRange(60, 75);
    }

    [Fact]
    public async Task A_volume_another_instance_keeps_is_given_up_after_15_minutes_and_no_agent_starts()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var other = await fixture.LaunchAsync(volume);
        await volume.AttachAsync(other.Id);
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        await instance.HurryAsync(12);

        var run = await instance.RunAsync(Ext4);

        run.ShouldFail($"{volume.Id} could not be attached, for 900 seconds");
        run.Seconds.ShouldBe(900);
        (await instance.ShellAsync("systemctl start ecs.service")).Log.ShouldContain("Assertion failed");
        instance.AgentRuns.ShouldBeFalse();
        (await volume.HolderAsync()).ShouldBe(other.Id);
    }

    [Fact]
    public async Task A_volume_whose_record_cannot_be_written_is_neither_formatted_nor_mounted()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.HurryAsync(12);
        // The device's late arrival is what separates the attachment from the record.
        await instance.AtAsync(120, $"echo 99999 >/opt/stand-ins/api-back-at; {ContainerInstance.Node(volume, "/dev/xvdf")}");

        var run = await instance.RunAsync(Ext4);

        run.ShouldFail($"cannot tag {volume.Id}, for 900 seconds");
        run.Commands.ShouldNotContain("mkfs.ext4");
        instance.AgentRuns.ShouldBeFalse();
    }

    [Fact]
    public async Task The_AWS_CLI_is_installed_where_the_image_lacks_it_and_again_when_that_fails()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        instance.RemoveAwsCli();

        var run = await instance.RunAsync(Ext4);

        await instance.ShouldBeReadyAsync(volume, run);
        instance.Read("/opt/stand-ins/dnf-calls").ShouldBe("install -y -q awscli-2\ninstall -y -q awscli-2\n");
    }
}
