using System.Xml.Linq;
using TickStack.Sandbox.Tests.Emulator;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>A volume of the emulator's EC2, and the block device that holds what EC2's would.</summary>
internal sealed class EbsVolume : IAsyncDisposable
{
    public const string FormattedTag = "tickstack:formatted";

    private readonly EmulatorProcess emulator;

    private EbsVolume(EmulatorProcess emulator, string id, LoopDevice device)
    {
        this.emulator = emulator;
        Id = id;
        Disk = device;
    }

    public string Id { get; }

    public LoopDevice Disk { get; }

    /// <summary>As in /dev/loop7.</summary>
    public string Device => Disk.Path;

    public static async Task<EbsVolume> CreateAsync(EmulatorProcess emulator, int megabytes, string? snapshot = null)
    {
        var created = await emulator.QueryAsync("ec2", "CreateVolume",
            [("AvailabilityZone", "us-east-1a"), ("Size", "1"), .. snapshot is null ? Array.Empty<(string, string)>() : [("SnapshotId", snapshot)]]);
        return new EbsVolume(emulator, Text(created, "volumeId")!, await LoopDevice.CreateAsync(megabytes));
    }

    public async Task<string> SnapshotAsync() => Text(await emulator.QueryAsync("ec2", "CreateSnapshot", ("VolumeId", Id)), "snapshotId")!;

    /// <summary>The mark that it has been formatted, or null.</summary>
    public async Task<string?> RecordAsync()
    {
        var described = await DescribeAsync();
        var tag = described.Descendants().SingleOrDefault(each => each.Name.LocalName == "key" && each.Value == FormattedTag);
        return tag?.Parent!.Elements().Single(each => each.Name.LocalName == "value").Value;
    }

    public Task RecordAsync(string value) =>
        emulator.QueryAsync("ec2", "CreateTags", ("ResourceId.1", Id), ("Tag.1.Key", FormattedTag), ("Tag.1.Value", value));

    /// <summary>The instance that has it, or null.</summary>
    public async Task<string?> HolderAsync() => Text(await DescribeAsync(), "instanceId");

    public Task AttachAsync(string instanceId, string name = "/dev/sdf") =>
        emulator.QueryAsync("ec2", "AttachVolume", ("VolumeId", Id), ("InstanceId", instanceId), ("Device", name));

    public Task<string> ShellAsync(string script) => Disk.ShellAsync(script);

    public async Task<(string Uuid, string Type)> FileSystemAsync()
    {
        var found = await ShellAsync("""blkid -p -o value -s UUID -s TYPE "$1" """);
        return found.Split('\n') is [var uuid, var type] ? (uuid, type) : throw new InvalidOperationException($"{Device} has '{found}'");
    }

    /// <summary>As the start-up script does it, with a folder and a file in it or without.</summary>
    public Task FormatAsync(string fileSystem, bool withData) => ShellAsync(
        $"""
         mkfs.{fileSystem} -q -L tick-data "$1"
         if {(withData ? "true" : "false")}; then
           unshare --mount --propagation private sh -euc '
             mount "$1" /mnt; mkdir /mnt/influxdb; chown 1500:1500 /mnt/influxdb; echo points >/mnt/influxdb/precious' sh "$1"
         fi
         """);

    public Task<string> ContentAsync() => Disk.ContentAsync();

    public Task GrowAsync(int megabytes) => Disk.GrowAsync(megabytes);

    public ValueTask DisposeAsync() => Disk.DisposeAsync();

    private Task<XDocument> DescribeAsync() => emulator.QueryAsync("ec2", "DescribeVolumes", ("VolumeId.1", Id));

    private static string? Text(XDocument document, string name) => document.Descendants().FirstOrDefault(each => each.Name.LocalName == name)?.Value;
}
