using System.Globalization;
using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>An instance of the emulator's EC2, and a mount namespace in which its start-up script finds the paths that it names.</summary>
internal sealed class ContainerInstance : IAsyncDisposable
{
    private const string StandIns = "/opt/stand-ins";
    private const string SystemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>All that the script calls; what is not among them, it does not find.</summary>
    private static readonly string[] Commands =
    [
        "aws", "blkid", "chattr", "chown", "curl", "date", "dnf", "flock", "head", "ls", "lsblk", "mkdir", "mkfs.ext4", "mkfs.xfs", "mount", "mountpoint",
        "mv", "resize2fs", "sed", "sleep", "systemctl", "timeout", "tr", "umount", "wc", "wipefs", "xfs_growfs",
    ];

    private readonly HeldProcess process;
    private readonly Uri instanceSide;

    private ContainerInstance(string id, HeldProcess process, Uri instanceSide)
    {
        Id = id;
        this.process = process;
        this.instanceSide = instanceSide;
    }

    public string Id { get; }

    /// <param name="id">As in i-0a1b2c3d.</param>
    /// <param name="userData">Its start-up script.</param>
    /// <param name="instanceSide">Where its AWS CLI and its metadata service are.</param>
    public static async Task<ContainerInstance> StartAsync(string id, string userData, Uri instanceSide)
    {
        var process = await HeldProcess.StartAsync(
            "unshare", ["--mount", "--propagation", "private", Scripts.PathOf("instance.sh"), Scripts.PathOf("stand-ins")]);
        var instance = new ContainerInstance(id, process, instanceSide);
        File.Exists(instance.PathOf($"{StandIns}/uptime")).ShouldBeTrue("nothing may be written to the machine's own files");
        await File.WriteAllTextAsync(instance.PathOf("/root/.curlrc"), CurlConfiguration(id, instanceSide));
        await File.WriteAllTextAsync(instance.PathOf("/root/user-data"), userData);
        foreach (var command in Commands)
        {
            File.CreateSymbolicLink(instance.PathOf($"{StandIns}/shims/{command}"), "../shim");
        }

        return instance;
    }

    /// <summary>A file of the instance, as this process can open it.</summary>
    public string PathOf(string path) => $"/proc/{process.Id}/root{path}";

    public string Read(string path) => File.Exists(PathOf(path)) ? File.ReadAllText(PathOf(path)) : "";

    /// <summary>A volume's device turns up, as the kernel and udev name it.</summary>
    /// <param name="device">What is behind it.</param>
    /// <param name="name">As in /dev/nvme1n1.</param>
    /// <param name="serial">Of an NVMe device: the volume's id without its hyphen.</param>
    public async Task PlugAsync(LoopDevice device, string name, string? serial)
    {
        (await ShellAsync(device.Node(name))).ShouldSucceed();
        if (serial is not null)
        {
            await File.WriteAllTextAsync(PathOf($"{StandIns}/serials/{Path.GetFileName(name)}"), serial + "\n");
        }
    }

    public Task PlugAsync(EbsVolume volume, string name, string? serial) => PlugAsync(volume.Disk, name, serial);

    /// <summary>On a Nitro instance.</summary>
    public Task PlugAsync(LoopDevice device, string volumeId) => PlugAsync(device, "/dev/nvme1n1", volumeId.Replace("-", "", StringComparison.Ordinal));

    public Task PlugAsync(EbsVolume volume) => PlugAsync(volume.Disk, volume.Id);

    /// <summary>A shell command that makes the device's node.</summary>
    public static string Node(EbsVolume volume, string name) => volume.Disk.Node(name);

    /// <summary>Lets a shell command run on the instance once its clock has come to a time.</summary>
    /// <param name="seconds">Since the instance has started, 30 seconds before its script.</param>
    public Task AtAsync(int seconds, string script) => File.WriteAllTextAsync(PathOf($"{StandIns}/at/{seconds}"), script + "\n");

    public Task ApiFailsUntilAsync(int seconds) => File.WriteAllTextAsync(PathOf($"{StandIns}/api-back-at"), $"{seconds}\n");

    /// <summary>Each second of the script's sleep takes so many of the instance's clock.</summary>
    public Task HurryAsync(int factor) => File.WriteAllTextAsync(PathOf($"{StandIns}/haste"), $"{factor}\n");

    /// <summary>An image without the AWS CLI.</summary>
    public void RemoveAwsCli() => File.Delete(PathOf($"{StandIns}/shims/aws"));

    /// <summary>The start-up script, as cloud-init runs it.</summary>
    public async Task<ScriptRun> RunAsync(ScriptOptions options)
    {
        var began = Clock();
        File.Delete(PathOf($"{StandIns}/trace"));
        var result = await EnterAsync([$"PATH={StandIns}/shims", .. options.Variables(), "/bin/bash", "/root/user-data"]);
        var trace = Read($"{StandIns}/trace").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new ScriptRun(result.ExitCode, result.Output + result.Error, trace, Clock() - began);
    }

    /// <summary>A shell script on the instance, beside the start-up script.</summary>
    public async Task<ScriptRun> ShellAsync(string script)
    {
        var result = await EnterAsync([$"PATH={StandIns}/commands:{SystemPath}", "/bin/sh", "-euc", script]);
        return new ScriptRun(result.ExitCode, result.Output + result.Error, [], 0);
    }

    /// <summary>A program on the instance that runs until it is disposed of.</summary>
    public Task<HeldProcess> HoldAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables) =>
        HeldProcess.StartAsync(
        "nsenter",
        [.. Enter, $"PATH={SystemPath}", .. variables.Select(variable => $"{variable.Key}={variable.Value}"), program, .. arguments]);

    /// <summary>All that a boot undoes is undone, the disks have other names, and systemd starts what is enabled.</summary>
    public async Task RebootAsync(EbsVolume volume, bool volumeIsThere = true)
    {
        (await ShellAsync($"mountpoint -q /data && umount /data; rm -rf /dev/nvme* /dev/disk /run/* {StandIns}/serials/*")).ExitCode.ShouldBe(0);
        if (volumeIsThere)
        {
            await PlugAsync(volume, "/dev/nvme2n1", volume.Id.Replace("-", "", StringComparison.Ordinal));
        }

        await ShellAsync("systemctl start ecs.service");
    }

    /// <summary>Whether ecs.service has been started.</summary>
    public bool AgentRuns => File.Exists(PathOf("/run/ecs-agent"));

    public async ValueTask DisposeAsync() => await process.DisposeAsync();

    private int Clock() => int.Parse(Read($"{StandIns}/uptime").Split('.')[0], CultureInfo.InvariantCulture);

    // In a process group of its own, which can be killed without killing the tests.
    private Task<CommandResult> EnterAsync(IEnumerable<string> command) => new MachineCommands(new ChildProcesses()).RunAsync(
        new Command("setsid", ["--wait", "nsenter", .. Enter, .. Variables, .. command]),
        TestContext.Current.CancellationToken);

    // Sends curl to the tests' metadata service, when it asks the real one's address.
    private static string CurlConfiguration(string id, Uri instanceSide) =>
        $"""
         connect-to = "169.254.169.254:80:{instanceSide.Authority}"
         noproxy = "*"
         header = "X-Instance: {id}"

         """;

    private string[] Enter => [$"--target={process.Id}", "--mount", "--root", "/usr/bin/env", "--chdir=/", "-i"];

    private string[] Variables => ["HOME=/root", $"AWS_CLI={instanceSide.Authority}"];
}
