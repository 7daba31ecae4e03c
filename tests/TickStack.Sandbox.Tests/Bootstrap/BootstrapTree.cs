using System.Text.Json;
using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>The real build.sh in a small tree of its own, with a dotnet on PATH that writes down what it is asked.</summary>
internal sealed class BootstrapTree : IDisposable
{
    // Compiling restores nothing, and makes the host's file; the host writes its arguments, each ended by a NUL, and its working directory.
    private const string FakeDotnet = """
        #!/bin/sh
        case $1 in
          --version) [ ! -f "$FAKE/no-sdk" ] && echo 10.0.100 ;;
          --list-runtimes) echo "Microsoft.NETCore.App 10.0.0 [$FAKE/../dotnet/shared/Microsoft.NETCore.App]" ;;
          restore | build)
            source=compat output=.build
            case "$*" in *PackageSource=feed*) source=feed output=.build/feed ;; esac
            if [ "$1" = restore ]; then
              echo "$source" >>"$FAKE/restores"
              [ ! -f "$FAKE/$source-restore-error" ] || { cat "$FAKE/$source-restore-error"; exit 1; }
              exit 0
            fi
            case "$*" in *--no-restore*) ;; *) echo "$source" >>"$FAKE/restores" ;; esac
            echo "$source" >>"$FAKE/compilations"
            echo "$*" >>"$FAKE/options"
            if [ -f "$FAKE/$source-error" ]; then cat "$FAKE/$source-error"; exit 1; fi
            [ ! -f "$FAKE/slow" ] || sleep 1
            mkdir -p "$output/bin/TickStack.Build/release"
            cd "$output/bin/TickStack.Build/release"
            for file in TickStack.Build.dll TickStack.Build.runtimeconfig.json YamlDotNet.dll; do echo whole >"$file" || exit 1; done ;;
          *.dll)
            echo "$1" >"$FAKE/host"
            shift
            printf '%s\0' "$@" >"$FAKE/arguments"
            pwd >"$FAKE/directory"
            exit "$(cat "$FAKE/exit-code")" ;;
        esac
        """;

    private static readonly MachineCommands Commands = new(new ChildProcesses());

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("bootstrap-");

    private readonly string folder;

    public BootstrapTree(string folder = "a tree with spaces")
    {
        this.folder = folder;
        Write("build/TickStack.Build/Program.cs", "// the host");
        Write("build/TickStack.Build/Old.cs", "// to be deleted");
        Write("build/compat/PackageSource.props", "<Project />");
        Write("build/environments/sandbox.json", "{}");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");
        Write(".editorconfig", "root = true");
        Directory.CreateDirectory(FakePath);
        Answer("exit-code", "0");
        Answer("feed-restore-error", "error NU1101: Unable to find package Cake.Frosting.");
        Tool("dotnet", FakeDotnet);
        Directory.CreateDirectory(Runtime);
        Directory.CreateDirectory(HostResolver);
        File.WriteAllText(Path.Combine(Runtime, "System.Private.CoreLib.dll"), "whole");
        File.Copy(Path.Combine(RepositoryRoot(), "build.sh"), Script);
    }

    public string Root => Path.Combine(parent.FullName, folder);

    public string Script => Path.Combine(Root, "build.sh");

    public string[] Arguments => Recorded("arguments").Split('\0')[..^1];

    public string Host => Recorded("host").Trim();

    public string HostDirectory => Recorded("directory").Trim();

    /// <summary>The package sources that were restored, in order.</summary>
    public string[] Restores => Lines("restores");

    /// <summary>The package sources that were compiled with, in order.</summary>
    public string[] Compilations => Lines("compilations");

    /// <summary>What build.sh has written down: the choice of packages; null without a record.</summary>
    public string? Choice => File.Exists(Path.Combine(Root, ".build/packages")) ? File.ReadAllText(Path.Combine(Root, ".build/packages")) : null;

    /// <summary>The runtime that the fake dotnet names.</summary>
    public string Runtime => Path.Combine(parent.FullName, "dotnet/shared/Microsoft.NETCore.App/10.0.0");

    /// <summary>Where a real dotnet looks for what finds its runtimes.</summary>
    public string HostResolver => Path.Combine(parent.FullName, "dotnet/host/fxr");

    private string FakePath => Path.Combine(parent.FullName, "bin");

    public Task<CommandResult> Run(params string[] arguments) => RunAs(Script, null, arguments);

    public async Task<CommandResult> RunAs(string script, string? directory, params string[] arguments)
    {
        using var bounded = Bounded();
        var command = new Command(script, arguments)
        {
            WorkingDirectory = directory ?? parent.FullName,
            Variables = new Dictionary<string, string?>
            {
                ["PATH"] = $"{FakePath}:/usr/local/bin:/usr/bin:/bin",
                ["FAKE"] = FakePath,
                ["HOME"] = parent.FullName,
                ["DOTNET_ROOT"] = null,
            },
        };
        return await Commands.RunAsync(command, bounded.Token);
    }

    public Task<Dictionary<string, string>> Evaluate(string project, string[] properties, params string[] options) =>
        Evaluate(project, properties, new Dictionary<string, string?>(), options);

    /// <summary>What MSBuild makes of two or more properties, with the SDK that runs this test and no other variables that bear on packages.</summary>
    public async Task<Dictionary<string, string>> Evaluate(
        string project, string[] properties, IReadOnlyDictionary<string, string?> variables, params string[] options)
    {
        var none = new Dictionary<string, string?> { ["PackageSource"] = null, ["ArtifactsPath"] = null, ["NuGetPackageRoot"] = null };
        using var bounded = Bounded();
        var command = new Command("dotnet", ["msbuild", project, "-nologo", .. options, .. properties.Select(property => $"-getProperty:{property}")])
        {
            WorkingDirectory = Root,
            Variables = none.Concat(variables).GroupBy(variable => variable.Key).ToDictionary(variable => variable.Key, variable => variable.Last().Value),
        };
        var result = await Commands.RunAsync(command, bounded.Token);
        result.ExitCode.ShouldBe(0, result.Error);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.GetProperty("Properties").EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.GetString()!);
    }

    /// <summary>Takes files of the repository, under the same names.</summary>
    public void Adopt(params string[] files)
    {
        foreach (var file in files)
        {
            Write(file, File.ReadAllText(Path.Combine(RepositoryRoot(), file)));
        }
    }

    /// <summary>From now on with the SDK that runs this test, on a program of the tree's own in the place of the host.</summary>
    /// <param name="references">Items of its project.</param>
    public void CompileForReal(string references = "")
    {
        File.Delete(Fake("dotnet"));
        Adopt("global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig");
        Write("build/TickStack.Build/TickStack.Build.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string file) => File.Delete(Path.Combine(Root, file));

    /// <summary>What the fake dotnet reads: "exit-code", "feed-restore-error", "feed-error", the same for compat, "no-sdk", "slow".</summary>
    public void Answer(string name, string text) => File.WriteAllText(Fake(name), text);

    public void Unanswer(string name) => File.Delete(Fake(name));

    public void Tool(string name, string text)
    {
        File.WriteAllText(Fake(name), text + "\n");
        SetMode(Fake(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void SetMode(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Root, file), mode);
        }
    }

    public string Recorded(string name) => File.ReadAllText(Fake(name));

    public void Dispose() => parent.Delete(recursive: true);

    public static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "TickStack.slnx")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return directory.FullName;
    }

    // Far more than any of these processes needs on a busy machine, a real compilation included.
    private static CancellationTokenSource Bounded()
    {
        var bounded = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bounded.CancelAfter(TimeSpan.FromMinutes(5));
        return bounded;
    }

    private string[] Lines(string name) => File.Exists(Fake(name)) ? File.ReadAllLines(Fake(name)) : [];

    private string Fake(string name) => Path.Combine(FakePath, name);
}
