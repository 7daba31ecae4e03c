using TickStack.Build.Processes;
using TickStack.Sandbox.Tests.Emulator;

[assembly: AssemblyFixture(typeof(TickStack.Sandbox.Tests.DataVolume.DataVolumeFixture))]

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>The emulator's EC2, and the instances' side of AWS, for all tests of the start-up script, from when the first one asks for a volume.</summary>
public sealed class DataVolumeFixture : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["losetup"] = "mount",
        ["mount"] = "mount",
        ["blkid"] = "util-linux",
        ["wipefs"] = "util-linux",
        ["unshare"] = "util-linux",
        ["nsenter"] = "util-linux",
        ["setsid"] = "util-linux",
        ["mountpoint"] = "util-linux",
        ["mkfs.ext4"] = "e2fsprogs",
        ["mkfs.xfs"] = "xfsprogs",
        ["curl"] = "curl",
        ["strace"] = "strace",
    };

    private readonly SemaphoreSlim one = new(1);
    private EmulatorProcess? emulator;
    private HeldProcess? instanceSide;

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        await (instanceSide?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (emulator?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>A volume of the size that is enough to be formatted; one that will not be may be smaller.</summary>
    internal async Task<EbsVolume> CreateVolumeAsync(string fileSystem, string? snapshot = null)
    {
        var (ec2, _) = await OpenAsync();
        return await EbsVolume.CreateAsync(ec2, fileSystem == "xfs" ? 320 : 64, snapshot);
    }

    /// <summary>An instance whose start-up script is about the volume, which it does not have yet.</summary>
    internal async Task<ContainerInstance> LaunchAsync(EbsVolume volume)
    {
        var (ec2, side) = await OpenAsync();
        var launched = await ec2.QueryAsync("ec2", "RunInstances",
            ("ImageId", "ami-12c6146b"), ("InstanceType", "r5.large"), ("MinCount", "1"), ("MaxCount", "1"), ("Placement.AvailabilityZone", "us-east-1a"));
        var id = launched.Descendants().First(each => each.Name.LocalName == "instanceId").Value;
        return await ContainerInstance.StartAsync(id, UserData.Render(volume.Id), new Uri(side.FirstLine));
    }

    internal async Task TerminateAsync(ContainerInstance instance)
    {
        var (ec2, _) = await OpenAsync();
        await ec2.QueryAsync("ec2", "TerminateInstances", ("InstanceId.1", instance.Id));
    }

    private async Task<(EmulatorProcess Ec2, HeldProcess InstanceSide)> OpenAsync()
    {
        await one.WaitAsync();
        try
        {
            if (emulator is null)
            {
                await RequireAsync();
                emulator = await EmulatorProcess.StartAsync();
            }

            return (emulator, instanceSide ??= await InstanceSide.StartAsync(emulator.Address));
        }
        finally
        {
            one.Release();
        }
    }

    private static async Task RequireAsync()
    {
        var script = "for name in \"$@\"; do command -v \"$name\" >/dev/null || echo \"$name\"; done; id -u";
        var answer = await new MachineCommands(new ChildProcesses())
            .RunAsync(new Command("/bin/sh", ["-c", script, "sh", .. Packages.Keys]), CancellationToken.None);
        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 1)
        {
            throw new InvalidOperationException(
                $"{string.Join(", ", lines[..^1])} not found: apt-get install {string.Join(' ', lines[..^1].Select(each => Packages[each]).Distinct())}");
        }

        if (lines[0] != "0")
        {
            throw new InvalidOperationException("Loop devices and mounts are root's: run these tests as root.");
        }
    }
}
