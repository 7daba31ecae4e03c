using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using YamlDotNet.Serialization;
using static BCrypt.Net.BCrypt;

namespace TickStack.Build.Sandbox;

/// <summary>The OCI registry that takes the layers, which the emulated ECR does not.</summary>
public sealed class Registry(
    SandboxFolder folder, Programs programs, DebianPackages packages, BackgroundProcess process, EngineContainer container, IStepReport report,
    TimeProvider time)
{
    private const string Image = "registry:2";
    private const string Program = "docker-registry";

    public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => process.IsRunningAsync(cancellationToken);

    public async Task EnsureAsync(Engine engine, RegistryConfiguration configuration, CancellationToken cancellationToken)
    {
        var yaml = configuration.ToYaml();
        if (await process.IsRunningAsync(yaml, cancellationToken) && await AnswersAsync(configuration.Ports, cancellationToken))
        {
            return;
        }

        var file = folder.File("registry.yml");
        await process.RequireKnownAsync([file], cancellationToken);
        StagedFile.Write(file, yaml);
        var command = await CommandAsync(engine, file, cancellationToken);
        await report.RunAsync(time, "Starting the image registry", () => process.StartAsync(
            command, fingerprint: yaml, token => AnswersAsync(configuration.Ports, token), patience: TimeSpan.FromMinutes(1), cancellationToken));
    }

    public Task<bool> EndAsync(CancellationToken cancellationToken) => process.EndAsync(cancellationToken);

    // Without credentials the registry's answer to a client is a challenge.
    private static Task<bool> AnswersAsync(SandboxPorts ports, CancellationToken cancellationToken) =>
        HttpProbe.AnswersAsync($"http://{ports.RegistryHost}/v2/", HttpStatusCode.Unauthorized, cancellationToken);

    private async Task<Command> CommandAsync(Engine engine, string file, CancellationToken cancellationToken)
    {
        var noPackage = programs.Find(Program) is null ? await InstallAsync(cancellationToken) : null;
        if (programs.Find(Program) is { } program)
        {
            return new Command(program, "serve", file);
        }

        var noContainer = await container.PrepareAsync(engine, Image, cancellationToken);
        return noContainer is null
            ? container.Run(engine, Image, ["serve", file], new Dictionary<string, string?>())
            : throw new FailureException([.. new[] { noPackage, noContainer }.OfType<Problem>()], ExitCode.Unavailable);
    }

    private async Task<Problem?> InstallAsync(CancellationToken cancellationToken) =>
        packages.AreInstallable
            ? await packages.InstallAsync([Program], cancellationToken)
            : new Problem(
                $"{Program} is not on PATH", $"install it (on Debian and Ubuntu: apt-get install {Program}), or let Docker reach Docker Hub for {Image}");
}

/// <summary>The configuration file of the Docker registry (distribution 2.x).</summary>
/// <param name="Ports">It listens on loopback only, which Docker trusts without TLS, and tells the emulator about each push.</param>
/// <param name="Storage">Folder of the layers.</param>
/// <param name="Htpasswd">File with its only user.</param>
public sealed record RegistryConfiguration(SandboxPorts Ports, string Storage, string Htpasswd)
{
    public string ToYaml() => new SerializerBuilder().Build().Serialize(new Dictionary<string, object>
    {
        ["version"] = "0.1",
        ["log"] = Map(("level", "info"), ("accesslog", Map(("disabled", true)))),
        ["storage"] = Map(("filesystem", Map(("rootdirectory", Storage)))),
        ["http"] = Map(("addr", Ports.RegistryHost)),
        ["auth"] = Map(("htpasswd", Map(("realm", "tickstack-sandbox"), ("path", Htpasswd)))),
        ["notifications"] = Map(("endpoints", new[] { Emulator })),
    });

    // An event that cannot be delivered is kept and sent again after the back-off: the emulator may just be starting anew.
    private Dictionary<string, object> Emulator =>
        Map(("name", "emulator"), ("url", $"{Ports.EmulatorUrl}/tickstack/registry-events"), ("timeout", "5s"), ("threshold", 10), ("backoff", "1s"));

    private static Dictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}

/// <summary>The registry's only user: AWS, as in ECR's login, with a random password that never leaves the sandbox's folder but for the emulator's
/// memory.</summary>
public sealed class RegistryCredentials(SandboxFolder folder)
{
    public const string User = "AWS";

    /// <summary>The password is random already: more rounds would only slow down each push.</summary>
    private const int WorkFactor = 4;

    private const int PasswordBytes = 24;

    /// <summary>File in htpasswd's format, as the registry reads it.</summary>
    public string HtpasswdFile => Path.Combine(folder.Folder("registry-auth"), "htpasswd");

    private string PasswordFile => Path.Combine(folder.Folder("registry-auth"), "password");

    /// <summary>The password; made, together with the htpasswd file, when one of the two is missing or not what was written.</summary>
    public string Ensure()
    {
        if (Text(PasswordFile) is { Length: 2 * PasswordBytes } kept && Text(HtpasswdFile).StartsWith($"{User}:$", StringComparison.Ordinal))
        {
            return kept;
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        File.Delete(HtpasswdFile);
        WritePrivate(PasswordFile, password);
        WritePrivate(HtpasswdFile, $"{User}:{HashPassword(password, WorkFactor)}\n");
        return password;
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(text);
    }
}
