using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Terraform;

/// <summary>A root whose terraform is a shell script, in a process of its own. The lock is what S3 is made to answer.</summary>
internal sealed class LockedRoot : ICommands, IDisposable
{
    /// <summary>What Terraform says only under the lock.</summary>
    public const string Working = "aws_ecr_repository.component[\"telegraf\"]: Creating...";

    // It works until it is told to end, or for a minute.
    private const string Script = """
        #!/bin/sh
        if [ "$1" = force-unlock ]; then echo "$*" >>'@/unlocked'; exit 0; fi
        trap 'echo INT >>"@/signals"; left=0' INT
        left=1200
        cat '@/says'
        echo yes >'@/started'
        while [ $left -gt 0 ] && [ ! -f '@/done' ]; do left=$((left - 1)); sleep 0.05; done
        [ -f '@/done' ]

        """;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly IAmazonS3 s3 = Substitute.For<IAmazonS3>();
    private readonly MachineCommands commands;

    public LockedRoot()
    {
        commands = new MachineCommands(Children);
        Artifacts = new ArtifactStore(folder.Path);
        var folders = new RootFolders(folder.Path, Artifacts);
        var processes = new RunningProcesses(commands, TimeProvider.System);
        var terraform = new TerraformCommands(this, folders);
        var cloud = new CloudConnection(Substitute.For<ICloud>(), new RunReport(), _ => Task.CompletedTask);
        Watch = new LockWatch(
            new StateLocks(s3, terraform, SampleStack.Settings), new LockedState(folders, cloud), Artifacts, folders, Children, processes,
            new TerraformProcesses(processes, Children), new NoReport(), TimeProvider.System);
        State = new StateCommands(terraform, folders, Watch);
        Directory.CreateDirectory(folders.Configuration(TerraformRoot.Registry));
        Program = folder.Write("bin/terraform", Script.Replace("@", folder.Path, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Says("");
        IsHeld("1", DateTimeOffset.UtcNow);
    }

    public ChildProcesses Children { get; } = new();

    public ArtifactStore Artifacts { get; }

    public LockWatch Watch { get; }

    public StateCommands State { get; }

    /// <summary>The script.</summary>
    public string Program { get; }

    /// <summary>The one record of a terraform; null when there is none.</summary>
    public string? Record => Artifacts.Names("terraform/registry/locks").SingleOrDefault();

    /// <summary>Those that it got, in the order in which they came.</summary>
    public IReadOnlyList<string> Signals => Lines("signals");

    /// <summary>The commands by which locks were removed.</summary>
    public IReadOnlyList<string> Unlocked => Lines("unlocked");

    /// <summary>Everything goes to the script, and what is no terraform to the machine.</summary>
    public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken) =>
        commands.RunAsync(command with { Program = command.Program == "terraform" ? Program : command.Program }, cancellationToken);

    public void Says(string text) => folder.Write("says", text + "\n");

    public void IsHeld(string id, DateTimeOffset created)
    {
        var held = JsonSerializer.Serialize(new { ID = id, Operation = "OperationTypeApply", Who = StateLock.ThisUser, Created = created });
        Answer().Returns(_ => new GetObjectResponse { ResponseStream = new MemoryStream(Encoding.UTF8.GetBytes(held)) });
    }

    public void IsReleased() => Answer().ThrowsAsync(new AmazonS3Exception("none") { StatusCode = HttpStatusCode.NotFound });

    /// <summary>Waits until the script works.</summary>
    public Task StartedAsync() => UntilAsync(() => File.Exists(PathOf("started")), "terraform was not started");

    /// <summary>Waits until it is written down who is at work and, where Terraform has said something, under which lock.</summary>
    public async Task NotedAsync()
    {
        await StartedAsync();
        await UntilAsync(() => Read() is { } noted && ProcessIdentity.Parse(noted.Process)!.Pid != Environment.ProcessId, "terraform was not written down");
        if (Lines("says").Contains(Working))
        {
            await UntilAsync(() => Read()?.LockId is not null, "the lock was not written down");
        }
    }

    public LockingTerraform? Read() => Record is { } record ? Artifacts.Read<LockingTerraform>(record, "") : null;

    /// <summary>Ends it as it would end by itself, with success.</summary>
    public void Finish() => folder.Write("done");

    public void Dispose()
    {
        Children.Kill();
        folder.Dispose();
    }

    private static async Task UntilAsync(Func<bool> condition, string problem)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!condition())
        {
            bound.IsCancellationRequested.ShouldBeFalse($"{problem} within {Bound}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private string[] Lines(string name) => File.Exists(PathOf(name)) ? File.ReadAllLines(PathOf(name)) : [];

    private Task<GetObjectResponse> Answer() => s3.GetObjectAsync("metrics-state", "metrics/registry.tfstate.tflock", Arg.Any<CancellationToken>());
}
