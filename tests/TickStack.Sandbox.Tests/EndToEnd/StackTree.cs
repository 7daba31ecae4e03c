using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using TickStack.Build;
using TickStack.Build.Options;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A copy of the folders that a deploy reads, so that tests can change them, and the host to run on it.</summary>
public sealed class StackTree : IDisposable
{
    private static readonly string[] Folders = ["images", "terraform", "ecs", "build/environments"];

    private readonly Dictionary<string, string?> variables = new()
    {
        // Nothing of the developer's own account or shell may reach a test.
        ["AWS_PROFILE"] = null,
        ["AWS_ENDPOINT_URL"] = null,
        ["NO_COLOR"] = "1",
        ["TICKSTACK_ENVIRONMENT"] = null,
    };

    public StackTree()
    {
        var source = RepositoryRoot.Find();
        foreach (var folder in Folders)
        {
            Copy(Path.Combine(source, folder), Path.Combine(Root, folder));
        }

        File.WriteAllText(Path.Combine(Root, "TickStack.slnx"), string.Empty);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("tickstack-tree-").FullName;

    public string EmulatorUrl => $"http://127.0.0.1:{Ports()["emulator"]}";

    public StackTree With(string variable, string? value)
    {
        variables[variable] = value;
        return this;
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        text.ShouldContain(old, Case.Sensitive);
        File.WriteAllText(PathOf(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>A PATH on which nothing but these can be found.</summary>
    public string OnlyPrograms(params string[] names)
    {
        var folder = Directory.CreateDirectory(PathOf("bin")).FullName;
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        foreach (var name in names)
        {
            var found = path.Select(part => Path.Combine(part, name)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(folder, name), found);
        }

        return folder;
    }

    public Task<HostRun> RunAsync(params string[] arguments) => Start(arguments).EndAsync();

    public RunningHost Start(params string[] arguments) => StartBy([], arguments);

    /// <param name="launcher">A program and its arguments, to which the host's command line is added. None: it is started itself.</param>
    /// <param name="arguments">The host's own.</param>
    public RunningHost StartBy(IReadOnlyList<string> launcher, params string[] arguments) =>
        new(Process.Start(Info([.. launcher, .. Host, $"--working={Root}", .. arguments]))!);

    /// <summary>In the foreground of a terminal of its own, which script(1) of util-linux makes. What is typed comes from the host's input.</summary>
    public RunningHost StartAtTerminal(params string[] arguments)
    {
        var command = string.Join(' ', [.. Host, $"--working={Root}", .. arguments]);
        return new RunningHost(
            Process.Start(Info(["script", "--quiet", "--return", "--flush", "--command", $"exec {command}", "/dev/null"]))!, keepsInput: true);
    }

    /// <summary>In a folder of one's own choice, and with no option but those given.</summary>
    public Task<HostRun> RunInAsync(string folder, params string[] arguments)
    {
        var start = Info([.. Host, .. arguments]);
        start.WorkingDirectory = folder;
        return new RunningHost(Process.Start(start)!).EndAsync();
    }

    public void Dispose()
    {
        RunAsync("--target=Stop-Sandbox").GetAwaiter().GetResult();
        Directory.Delete(Root, recursive: true);
    }

    private static string[] Host => ["dotnet", typeof(BuildContext).Assembly.Location];

    // A job runner may have started the tests with SIGINT ignored, and .NET leaves it so: a host that is to be interrupted must not inherit that.
    private ProcessStartInfo Info(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Root,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private JsonNode Ports() => JsonNode.Parse(File.ReadAllText(PathOf(".sandbox/ports.json")))!;

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
