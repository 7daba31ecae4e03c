using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>AWS on this machine: server.py on moto. All that it holds is in memory, Terraform's state included, so they come and go together.</summary>
public sealed class Emulator(
    SandboxAssets assets, PythonInterpreters interpreters, VirtualEnvironment venv, EngineContainer container,
    BackgroundProcess process, IStepReport report, TimeProvider time)
{
    private string Script => Path.Combine(assets.Emulator, "server.py");

    public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => process.IsRunningAsync(cancellationToken);

    /// <returns>True when it was started, so that it is empty.</returns>
    public async Task<bool> EnsureAsync(Engine engine, EmulatorSettings settings, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint.OfText(
            [Fingerprint.OfFolder(assets.Emulator), .. settings.Variables.Select(variable => $"{variable}"), settings.Ports.EmulatorUrl]);
        if (await process.IsRunningAsync(fingerprint, cancellationToken) && await AnswersAsync(settings.Ports, cancellationToken))
        {
            return false;
        }

        var command = await CommandAsync(engine, settings, cancellationToken);
        await report.RunAsync(time, "Starting the AWS emulator", () => process.StartAsync(
            command, fingerprint, token => AnswersAsync(settings.Ports, token), patience: TimeSpan.FromMinutes(1), cancellationToken));
        return true;
    }

    /// <summary>To be asked before ports are chosen: a port that is in use is given up.</summary>
    /// <param name="kept">Null: no emulator was started here yet.</param>
    /// <param name="cancellationToken">The run's token.</param>
    public Task RequireKnownAsync(SandboxPorts? kept, CancellationToken cancellationToken) =>
        kept is null ? Task.CompletedTask : process.RequireKnownAsync([Script, $"{kept.Emulator}"], cancellationToken);

    public Task<bool> EndAsync(CancellationToken cancellationToken) => process.EndAsync(cancellationToken);

    private static Task<bool> AnswersAsync(SandboxPorts ports, CancellationToken cancellationToken) =>
        HttpProbe.AnswersAsync($"{ports.EmulatorUrl}/tickstack/ready", HttpStatusCode.OK, cancellationToken);

    private async Task<Command> CommandAsync(Engine engine, EmulatorSettings settings, CancellationToken cancellationToken)
    {
        string[] arguments =
            [Script, "-H", "127.0.0.1", "-p", settings.Ports.Emulator.ToString(CultureInfo.InvariantCulture)];
        var (interpreter, noInterpreter) = await interpreters.WithMotoAsync(cancellationToken) is { } found ? (found, null)
            : await venv.EnsureAsync(cancellationToken);
        if (interpreter is not null)
        {
            return new Command(interpreter, arguments) { Variables = settings.Variables };
        }

        return await container.PrepareAsync(engine, Moto.Image, cancellationToken) is { } noContainer
            ? throw new FailureException([.. new[] { noInterpreter, noContainer }.OfType<Problem>()], ExitCode.Unavailable)
            : container.Run(
                engine, Moto.Image, arguments, settings.Variables, "--entrypoint", "python", "--volume", $"{assets.Emulator}:{assets.Emulator}:ro");
    }
}

/// <summary>What the emulator is told.</summary>
/// <param name="Account">Twelve digits; that of the environment, so that ARNs and the caller's identity are what the settings say.</param>
/// <param name="RegistryPassword">What GetAuthorizationToken hands out.</param>
public sealed record EmulatorSettings(SandboxPorts Ports, string Account, string RegistryPassword)
{
    public IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        ["MOTO_ACCOUNT_ID"] = Account,
        ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true",
        ["TICKSTACK_REGISTRY"] = Ports.RegistryHost,
        ["TICKSTACK_REGISTRY_PASSWORD"] = RegistryPassword,
        ["NO_PROXY"] = "127.0.0.1,localhost",
        ["no_proxy"] = "127.0.0.1,localhost",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["PYTHONUNBUFFERED"] = "1",
    };

    /// <summary>Without the password, which a record would print.</summary>
    public override string ToString() => $"{Ports.EmulatorUrl}, account {Account}";
}

/// <summary>The AWS emulator that server.py extends. Its inner types are patched, so the version is exact where the sandbox chooses it.</summary>
public static class Moto
{
    public const string Version = "5.2.1";

    public const string Requirement = $"moto[server]=={Version}";

    public const string Image = $"motoserver/moto:{Version}";

    /// <summary>An installed one of the same minor version serves as well.</summary>
    public static bool Accepts(string version) =>
        System.Version.TryParse(version, out var installed) && System.Version.Parse(Version) is var wanted
        && (installed.Major, installed.Minor) == (wanted.Major, wanted.Minor);
}
