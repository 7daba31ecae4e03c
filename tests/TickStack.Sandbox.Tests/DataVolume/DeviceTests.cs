namespace TickStack.Sandbox.Tests.DataVolume;

[Trait("Category", "DataVolume")]
public sealed class DeviceTests(DataVolumeFixture fixture)
{
    private static readonly ScriptOptions Ext4 = new() { FileSystem = "ext4" };

    [Fact]
    public async Task A_device_that_appears_late_is_waited_for()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.AtAsync(90, $"{ContainerInstance.Node(volume, "/dev/nvme1n1")}; echo {Serial(volume)} >/opt/stand-ins/serials/nvme1n1");

        var run = await instance.RunAsync(Ext4);

        await instance.ShouldBeReadyAsync(volume, run);
        run.Seconds.ShouldBeInRange(60, 75);
    }

    [Fact]
    public async Task A_device_is_found_by_its_serial_number_though_another_disk_has_its_name()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var other = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(other, "/dev/nvme1n1", Serial(other));
        (await instance.ShellAsync("ln -s nvme1n1 /dev/sdf")).ShouldSucceed();
        await instance.PlugAsync(volume, "/dev/nvme7n1", Serial(volume));
        var untouched = await other.ContentAsync();

        var run = await instance.RunAsync(Ext4);

        await instance.ShouldBeReadyAsync(volume, run);
        run.Log.ShouldContain("(/dev/nvme7n1)");
        (await other.ContentAsync()).ShouldBe(untouched);
    }

    [Fact]
    public async Task Another_disk_under_the_name_is_not_taken_for_a_volume_that_does_not_appear()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var other = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(other, "/dev/sdf", Serial(other));
        await instance.HurryAsync(12);
        var untouched = await other.ContentAsync();

        var run = await instance.RunAsync(Ext4);

        run.ShouldFail($"no block device is {volume.Id}, for 900 seconds");
        (await other.ContentAsync()).ShouldBe(untouched);
        instance.AgentRuns.ShouldBeFalse();
    }

    [Fact]
    public async Task A_device_is_found_by_the_name_that_udev_gives_it_by_its_id()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        (await instance.ShellAsync(
            $"{ContainerInstance.Node(volume, "/dev/nvme3n1")}; mkdir -p /dev/disk/by-id; ln -s ../../nvme3n1 "
                + $"/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_{Serial(volume)}"))
            .ShouldSucceed();

        await instance.ShouldBeReadyAsync(volume, await instance.RunAsync(Ext4));
    }

    [Theory]
    [InlineData("/dev/sdf", "/dev/xvdf")]
    [InlineData("/dev/sdk", "/dev/xvdk")]
    [InlineData("/dev/xvdm", "/dev/xvdm")]
    public async Task On_Xen_a_device_is_found_by_the_name_under_which_EC2_has_attached_it(string attachedAs, string name)
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await volume.AttachAsync(instance.Id, attachedAs);
        await instance.PlugAsync(volume, name, serial: null);

        await instance.ShouldBeReadyAsync(volume, await instance.RunAsync(Ext4));
    }

    [Fact]
    public async Task Another_device_at_the_mount_point_is_refused()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        (await instance.ShellAsync("mkdir /data && mount -t tmpfs tmpfs /data")).ShouldSucceed();
        var untouched = await volume.ContentAsync();

        (await instance.RunAsync(Ext4)).ShouldFail("/data is another device than /dev/nvme1n1");

        (await volume.ContentAsync()).ShouldBe(untouched);
        instance.AgentRuns.ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_of_the_volume_with_its_UUID_is_not_mounted_in_its_place()
    {
        await using var volume = await fixture.CreateVolumeAsync("ext4");
        await volume.FormatAsync("ext4", withData: true);
        await using var copy = await fixture.CreateVolumeAsync("ext4");
        await copy.ShellAsync($"""cat {volume.Device} >"$1" """);
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        await instance.PlugAsync(copy, "/dev/nvme2n1", Serial(copy));
        var (uuid, _) = await volume.FileSystemAsync();
        (await instance.ShellAsync($"mkdir -p /dev/disk/by-uuid; ln -s ../../nvme2n1 /dev/disk/by-uuid/{uuid}")).ShouldSucceed();

        (await instance.RunAsync(Ext4)).ShouldFail($"another device has the UUID of {volume.Id}, {uuid}: detach that copy");

        (await instance.ShellAsync("mountpoint -q /data")).ExitCode.ShouldNotBe(0);
        instance.AgentRuns.ShouldBeFalse();
    }

    private static string Serial(EbsVolume volume) => volume.Id.Replace("-", "", StringComparison.Ordinal);
}
