using System.Collections;
using TickStack.Build.Processes;
using TickStack.Build.Sandbox;
using TickStack.Sandbox.Tests.Bootstrap;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>Terraform on a configuration of the repository, with its working data elsewhere and AWS out of reach unless an emulator is named.</summary>
public sealed class TerraformFolder : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("tickstack-terraform-");
    private readonly MachineCommands commands = new(new ChildProcesses());
    private readonly Dictionary<string, string?> variables;

    public TerraformFolder(string name)
    {
        Path = System.IO.Path.Combine(BootstrapTree.RepositoryRoot(), "terraform", name);
        variables = new Dictionary<string, string?>
        {
            ["TF_CLI_ARGS"] = "-no-color",
            ["TF_DATA_DIR"] = System.IO.Path.Combine(data.FullName, "data"),
            ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        if (FindMirror() is { } mirror)
        {
            variables["TF_CLI_CONFIG_FILE"] = System.IO.Path.Combine(data.FullName, "terraform.rc");
            File.WriteAllText(variables["TF_CLI_CONFIG_FILE"]!, mirror.ToCliConfiguration());
        }
    }

    public string Path { get; }

    /// <summary>Installs the locked provider; the backend and its state are left alone.</summary>
    public Task InitAsync() => ShouldSucceedAsync("init", "-backend=false", "-input=false", "-lockfile=readonly");

    public TerraformFolder With(string variable, string? value)
    {
        variables[variable] = value;
        return this;
    }

    /// <returns>What it printed.</returns>
    public Task<string> ShouldSucceedAsync(params string[] arguments) => ShouldEndWithAsync(0, arguments);

    public async Task<string> ShouldEndWithAsync(int exitCode, params string[] arguments)
    {
        var command = new Command("terraform", arguments) { WorkingDirectory = Path, Variables = variables };
        var result = await commands.RunAsync(command, TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(exitCode, $"{command}\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    public void Dispose() => data.Delete(recursive: true);

    private ProviderMirror? FindMirror()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        var locked = ProviderMirror.LockedVersion(File.ReadAllText(System.IO.Path.Combine(Path, ".terraform.lock.hcl")));
        return ProviderMirror.Find(ProviderMirror.Conventional(environment), locked);
    }
}
