namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EbsVolumeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly EbsCalls ebs = new(fixture.Emulator);

    [Fact]
    public async Task A_volume_in_use_is_attached_to_no_second_instance_and_not_deleted()
    {
        var volume = await ebs.CreateVolumeAsync();
        await ebs.AttachAsync(volume, await ebs.RunInstanceAsync());

        (await ebs.AttachRefusalAsync(volume, await ebs.RunInstanceAsync())).ShouldBe("VolumeInUse");
        (await fixture.Emulator.RefusalAsync("ec2", "DeleteVolume", ("VolumeId", volume))).ShouldBe("VolumeInUse");
    }

    [Fact]
    public async Task A_volume_is_attached_in_its_own_zone_only()
    {
        var volume = await ebs.CreateVolumeAsync(zone: "us-east-1b");

        (await ebs.AttachRefusalAsync(volume, await ebs.RunInstanceAsync())).ShouldBe("InvalidVolume.ZoneMismatch");
    }

    [Fact]
    public async Task A_volume_is_not_attached_to_an_instance_that_is_gone()
    {
        var instance = await ebs.RunInstanceAsync();
        await ebs.TerminateAsync(instance);

        (await ebs.AttachRefusalAsync(await ebs.CreateVolumeAsync(), instance)).ShouldBe("IncorrectState");
    }

    [Fact]
    public async Task A_volume_grows_and_never_shrinks()
    {
        var volume = await ebs.CreateVolumeAsync(size: 10);

        (await fixture.Emulator.RefusalAsync("ec2", "ModifyVolume", ("VolumeId", volume), ("Size", "9"))).ShouldBe("InvalidParameterValue");
        await fixture.Emulator.QueryAsync("ec2", "ModifyVolume", ("VolumeId", volume), ("Size", "20"), ("Throughput", "250"));

        var described = await ebs.DescribeVolumeAsync(volume);
        (EbsCalls.Value(described, "size"), EbsCalls.Value(described, "throughput")).ShouldBe(("20", "250"));
    }

    [Fact]
    public async Task A_token_makes_one_volume()
    {
        var first = await ebs.CreateVolumeAsync(more: ("ClientToken", "once"));

        (await ebs.CreateVolumeAsync(more: ("ClientToken", "once"))).ShouldBe(first);
        (await fixture.Emulator.RefusalAsync("ec2", "CreateVolume", ("AvailabilityZone", EbsCalls.Zone), ("Size", "11"), ("ClientToken", "once")))
            .ShouldBe("IdempotentParameterMismatch");
    }
}
