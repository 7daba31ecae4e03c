using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>The calls on volumes and snapshots that the tests make.</summary>
internal sealed class EbsCalls(EmulatorProcess emulator)
{
    public const string Zone = "us-east-1a";

    /// <summary>The new volume's id.</summary>
    public async Task<string> CreateVolumeAsync(int size = 10, string zone = Zone, params (string Name, string Value)[] more) =>
        Value(await emulator.QueryAsync("ec2", "CreateVolume", [("AvailabilityZone", zone), ("Size", $"{size}"), ("VolumeType", "gp3"), .. more]), "volumeId")!;

    /// <summary>The new instance's id, in the default zone.</summary>
    public async Task<string> RunInstanceAsync() => Value(
        await emulator.QueryAsync(
            "ec2", "RunInstances", ("ImageId", EcsCluster.Image), ("MinCount", "1"), ("MaxCount", "1"), ("Placement.AvailabilityZone", Zone)), "instanceId")!;

    public Task<XDocument> AttachAsync(string volume, string instance) => emulator.QueryAsync("ec2", "AttachVolume", Attachment(volume, instance));

    public Task<string> AttachRefusalAsync(string volume, string instance) => emulator.RefusalAsync("ec2", "AttachVolume", Attachment(volume, instance));

    public Task TerminateAsync(string instance) => emulator.QueryAsync("ec2", "TerminateInstances", ("InstanceId.1", instance));

    public Task<XDocument> DescribeVolumeAsync(string volume) => emulator.QueryAsync("ec2", "DescribeVolumes", ("VolumeId.1", volume));

    /// <summary>The volume's state, and who holds it as what.</summary>
    public async Task<(string? Status, string? Instance, string? Device)> StateAsync(string volume)
    {
        var described = await DescribeVolumeAsync(volume);
        // An attachment has a status too, and stands before or after the volume's own.
        var status = described.Descendants().First(each => each.Name.LocalName == "status" && each.Parent!.Parent!.Name.LocalName == "volumeSet").Value;
        return (status, Value(described, "instanceId"), Value(described, "device"));
    }

    public async Task<string?> TagAsync(string volume, string key)
    {
        var tag = (await DescribeVolumeAsync(volume)).Descendants().SingleOrDefault(each => each.Name.LocalName == "key" && each.Value == key);
        return tag?.Parent!.Elements().Single(each => each.Name.LocalName == "value").Value;
    }

    public static string? Value(XContainer answer, string element) => answer.Descendants().FirstOrDefault(each => each.Name.LocalName == element)?.Value;

    private static (string Name, string Value)[] Attachment(string volume, string instance) =>
        [("VolumeId", volume), ("InstanceId", instance), ("Device", "/dev/sdf")];
}
