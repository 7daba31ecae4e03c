using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>A block device that holds what an EBS volume would. It and its content are gone with the tests, however they end.</summary>
internal sealed class LoopDevice : IAsyncDisposable
{
    private readonly FileInfo image;
    private readonly HeldProcess process;

    private LoopDevice(FileInfo image, HeldProcess process)
    {
        this.image = image;
        this.process = process;
    }

    /// <summary>As in /dev/loop7.</summary>
    public string Path => process.FirstLine;

    /// <summary>A shell command that makes a node of that name for it.</summary>
    public string Node(string name) => $"mknod {name} b 7 {Path["/dev/loop".Length..]}";

    /// <summary>One that reads as zeros.</summary>
    public static async Task<LoopDevice> CreateAsync(int megabytes)
    {
        var image = new FileInfo(System.IO.Path.GetTempFileName());
        using (var content = image.OpenWrite())
        {
            content.SetLength(megabytes * 1024L * 1024);
        }

        return await OverAsync(image);
    }

    /// <summary>Another one with the content of this moment, as a volume from a snapshot has it.</summary>
    public async Task<LoopDevice> CopyAsync()
    {
        var copy = new FileInfo(System.IO.Path.GetTempFileName());
        await ShellAsync($"""sync -f "$1"; cp --sparse=always {image.FullName} {copy.FullName}""");
        return await OverAsync(copy);
    }

    /// <summary>Runs a shell script on the machine, whose first argument is the device.</summary>
    public async Task<string> ShellAsync(string script)
    {
        var result = await new MachineCommands(new ChildProcesses()).RunAsync(new Command("/bin/sh", "-euc", script, "sh", Path), CancellationToken.None);
        result.ExitCode.ShouldBe(0, $"{script}\n{result.Output}{result.Error}");
        return result.Output.Trim();
    }

    /// <summary>The whole content, as a checksum.</summary>
    public Task<string> ContentAsync() => ShellAsync("""sha256sum <"$1" """);

    public Task GrowAsync(int megabytes) => ShellAsync($"""truncate -s {megabytes}M {image.FullName}; losetup --set-capacity "$1" """);

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        image.Delete();
    }

    private static async Task<LoopDevice> OverAsync(FileInfo image) => new(image, await HeldProcess.StartAsync(Scripts.PathOf("volume.sh"), [image.FullName]));
}
