using System.Collections;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Sandbox;
using TickStack.Build.Settings;
using TickStack.Build.Stack;

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>
/// A tree of its own with a sandbox of its own, ended and removed afterwards. The base images are in the engine already, so that no stand-in is needed.
/// </summary>
public sealed class SandboxTree(SandboxEngine engine) : IAsyncDisposable
{
    public const string Account = "210987654321";
    public const string Region = "eu-west-1";

    private readonly MachineCommands commands = new(new ChildProcesses());

    public string Root { get; } = Directory.CreateTempSubdirectory("tickstack-").FullName;

    public SandboxFolder Folder => SandboxFolder.Of(Root);

    public SilentReport Report { get; private set; } = new();

    public SandboxAssets Assets { get; init; } = SandboxAssets.OfHost;

    /// <summary>Component → base image, where it is another than <see cref="SandboxEngine.Base"/>.</summary>
    public IReadOnlyDictionary<string, string> Mirrors { get; init; } = new Dictionary<string, string>();

    private StackSettings Settings => new()
    {
        Environment = "sandbox",
        Cloud = CloudKind.Sandbox,
        Account = Account,
        Region = Region,
        Name = "tick",
        StateBucket = "state",
        Images = new ImageSettings
        {
            Architecture = "x86_64",
            BackupBucket = "backups",
            LogsBucket = "logs",
            BaseImages = Component.All.ToDictionary(component => component.Name, component => Mirrors.GetValueOrDefault(component.Name, SandboxEngine.Base)),
        },
        Infrastructure = new InfrastructureSettings { InstanceType = "m5.large", DataVolumeSize = 10, PublicDomain = "example.com", LogRetentionDays = 7 },
        Rollout = new RolloutSettings(),
    };

    /// <summary>As a host of its own would see it.</summary>
    public SandboxCloud Cloud()
    {
        Report = new SilentReport();
        return Composition().Create();
    }

    /// <summary>A failure ends what was started: a test whose preparation throws is not disposed of.</summary>
    public async Task<CloudSession> OpenAsync()
    {
        try
        {
            await engine.OpenAsync(TestContext.Current.CancellationToken);
            return await Cloud().OpenAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await Cloud().StopAsync(CancellationToken.None);
            throw;
        }
    }

    public Task<CommandResult> RunAsync(Command command) => commands.RunAsync(command, TestContext.Current.CancellationToken);

    /// <summary>Identity of a part, as it wrote it down itself.</summary>
    public ProcessIdentity Process(string part) => ProcessIdentity.Parse(File.ReadAllText(Folder.PidFile(part)))!;

    public Task<bool> IsRunningAsync(ProcessIdentity process) =>
        new RunningProcesses(commands, TimeProvider.System).IsRunningAsync(process, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Cloud().StopAsync(CancellationToken.None);
        Directory.Delete(Root, recursive: true);
    }

    public SandboxComposition Composition()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        return new SandboxComposition(Root, Assets, Settings, environment, commands, Report, TimeProvider.System);
    }
}
