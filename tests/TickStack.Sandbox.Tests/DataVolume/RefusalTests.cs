using System.Buffers.Binary;
using System.Text;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>What must not be formatted, and cannot be used: the volume stays as it is, to the last byte.</summary>
[Trait("Category", "DataVolume")]
public sealed class RefusalTests(DataVolumeFixture fixture)
{
    // Content is compared to the last byte, and nothing comes to be formatted: the smaller of the two sizes does.
    private const string Small = "ext4";

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_volume_from_a_snapshot_that_looks_blank_is_not_formatted(string fileSystem)
    {
        await using var source = await fixture.CreateVolumeAsync(Small);
        var snapshot = await source.SnapshotAsync();
        await using var volume = await fixture.CreateVolumeAsync(Small, snapshot);

        await ShouldBeRefusedAsync(volume, fileSystem, $"{volume.Id} was made from {snapshot} and yet looks blank, not formatting");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_volume_that_was_formatted_before_and_looks_blank_is_not_formatted(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(Small);
        await volume.RecordAsync("2026-01-01T00:00:00Z");

        await ShouldBeRefusedAsync(volume, fileSystem, $"{volume.Id} was formatted before (2026-01-01T00:00:00Z) and yet looks blank, not formatting");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_foreign_file_system_is_not_formatted(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(Small);
        await volume.ShellAsync("""mkfs.minix "$1" """);

        await ShouldBeRefusedAsync(volume, fileSystem, "/dev/nvme1n1 has minix, not formatting");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task An_LVM_physical_volume_is_not_formatted(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(Small);
        WriteTo(volume, 512, LvmLabel());

        await ShouldBeRefusedAsync(volume, fileSystem, "/dev/nvme1n1 has LVM2_member, not formatting");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_partition_table_is_not_formatted(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(Small);
        var sector = new byte[512];
        new byte[] { 0, 0, 2, 0, 0x83, 0, 2, 0, 0, 8, 0, 0, 0, 80, 0, 0 }.CopyTo(sector, 446);
        (sector[510], sector[511]) = (0x55, 0xaa);
        WriteTo(volume, 0, sector);

        await ShouldBeRefusedAsync(volume, fileSystem, "/dev/nvme1n1 has a partition table (dos), not formatting");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_signature_that_only_wipefs_sees_is_not_formatted(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(Small);
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        (await instance.ShellAsync("printf '#!/bin/sh\necho DEVICE OFFSET TYPE\n' >/opt/stand-ins/commands/wipefs; chmod +x /opt/stand-ins/commands/wipefs"))
            .ShouldSucceed();

        await ShouldBeRefusedAsync(instance, volume, fileSystem, "/dev/nvme1n1 has a signature that blkid does not name, not formatting");
    }

    [Theory]
    [InlineData("ext4", 0)]
    [InlineData("ext4", 1 << 20)]
    [InlineData("xfs", 0)]
    [InlineData("xfs", 15 << 20)]
    public async Task Garbage_is_not_formatted(string fileSystem, int offset)
    {
        await using var volume = await fixture.CreateVolumeAsync(Small);
        WriteTo(volume, offset, Encoding.ASCII.GetBytes("points that no tool knows"));

        await ShouldBeRefusedAsync(volume, fileSystem, "/dev/nvme1n1 holds data of an unknown kind, not formatting");
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public async Task A_damaged_file_system_is_not_formatted(string fileSystem)
    {
        await using var volume = await fixture.CreateVolumeAsync(fileSystem);
        await volume.ShellAsync($"""mkfs.{fileSystem} -q "$1" """);
        await volume.RecordAsync("2026-01-01T00:00:00Z");
        // Behind the superblock's first fields: the type is still to be seen, the rest is not.
        WriteTo(volume, fileSystem == "xfs" ? 126 : 1024 + 96, [0xff, 0xff, 0xff, 0xff]);

        await ShouldBeRefusedAsync(volume, fileSystem, "");
    }

    private async Task ShouldBeRefusedAsync(EbsVolume volume, string fileSystem, string reason)
    {
        await using var instance = await fixture.LaunchAsync(volume);
        await instance.PlugAsync(volume);
        await ShouldBeRefusedAsync(instance, volume, fileSystem, reason);
    }

    private static async Task ShouldBeRefusedAsync(ContainerInstance instance, EbsVolume volume, string fileSystem, string reason)
    {
        var (content, record) = (await volume.ContentAsync(), await volume.RecordAsync());

        var run = await instance.RunAsync(new ScriptOptions { FileSystem = fileSystem });

        run.Log.ShouldContain($"FATAL: {reason}");
        run.ExitCode.ShouldNotBe(0);
        run.Commands.ShouldNotContain($"mkfs.{fileSystem}");
        (await volume.ContentAsync(), await volume.RecordAsync()).ShouldBe((content, record));
        (await instance.ShellAsync("systemctl start ecs.service")).Log.ShouldContain("Assertion failed");
        instance.AgentRuns.ShouldBeFalse();
        instance.Read("/etc/ecs/ecs.config").ShouldBeEmpty();
    }

    private static void WriteTo(EbsVolume volume, long offset, byte[] bytes)
    {
        using var device = new FileStream(volume.Device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        device.Position = offset;
        device.Write(bytes);
        device.Flush(flushToDisk: true);
    }

    // What pvcreate writes into the second sector: a label, with a checksum over what follows it, and the header of a physical volume.
    private static byte[] LvmLabel()
    {
        var sector = new byte[512];
        Encoding.ASCII.GetBytes("LABELONE").CopyTo(sector, 0);
        BinaryPrimitives.WriteUInt64LittleEndian(sector.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(20), 32);
        Encoding.ASCII.GetBytes("LVM2 001").CopyTo(sector, 24);
        Encoding.ASCII.GetBytes("0123456789abcdefghijklmnopqrstuv").CopyTo(sector, 32);
        var crc = 0xf597a6cfu;
        foreach (var each in sector.AsSpan(20))
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(16), crc);
        return sector;
    }
}
