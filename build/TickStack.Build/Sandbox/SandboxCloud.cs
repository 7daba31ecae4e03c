using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;

namespace TickStack.Build.Sandbox;

/// <summary>The embedded environment: everything is real but AWS, which moto emulates. Opening it sets up what is missing and leaves alone what runs; a set-up
/// that was cut short is completed by the next one.</summary>
public sealed class SandboxCloud(
    SandboxFolder folder, StackSettings settings, SessionVariables session, SandboxLock treeLock, PortFile ports,
    Engines engines, Registry registry, RegistryCredentials credentials, Emulator emulator, TerraformConfiguration terraform, BaseImages bases,
    BackgroundProcess daemon) : ICloud
{
    public async Task<CloudSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new FailureException(
                "The sandbox needs Linux", "run this in WSL 2, or choose an AWS environment with --environment=NAME", ExitCode.Unavailable);
        }

        folder.Make();
        using var taken = await treeLock.TakeAsync(cancellationToken);
        var notes = new List<string>();
        var engine = await engines.OpenAsync(cancellationToken);
        var chosen = await StartAsync(engine, notes, cancellationToken);
        var standIns = await bases.EnsureAsync(engine, cancellationToken);
        notes.AddRange(engine.Note is { } note ? [note] : []);
        notes.AddRange(standIns.Select(replaced => replaced.StandIn.Note(replaced.Official)));
        return new CloudSession(
            Variables(engine, chosen, notes),
            standIns.ToDictionary(replaced => replaced.StandIn.Component.Name, replaced => replaced.StandIn.Tag),
            notes);
    }

    /// <summary>Ends what this tree's sandbox started and nothing else. What it keeps in its folder stays.</summary>
    /// <returns>What was ended, for people; empty when nothing ran.</returns>
    public async Task<IReadOnlyList<string>> StopAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder.Path))
        {
            return [];
        }

        using var taken = await treeLock.TakeAsync(cancellationToken);
        bases.Forget();

        // The registry tells the emulator, and containers need the engine: the other way round, nobody would be listening.
        (string Part, Func<CancellationToken, Task<bool>> EndAsync)[] parts =
            [("image registry", registry.EndAsync), ("AWS emulator", emulator.EndAsync), ("Docker engine", daemon.EndAsync)];
        var ended = new List<string>();
        foreach (var part in parts)
        {
            if (await part.EndAsync(cancellationToken))
            {
                ended.Add(part.Part);
            }
        }

        return ended;
    }

    private async Task<SandboxPorts> StartAsync(Engine engine, List<string> notes, CancellationToken cancellationToken)
    {
        await emulator.RequireKnownAsync(ports.Read(), cancellationToken);
        var chosen = ports.Choose(await emulator.IsRunningAsync(cancellationToken), await registry.IsRunningAsync(cancellationToken));
        var password = credentials.Ensure();
        var isNew = await emulator.EnsureAsync(engine, new EmulatorSettings(chosen, settings.Account, password), cancellationToken);
        await registry.EnsureAsync(
            engine, new RegistryConfiguration(chosen, folder.Folder("registry"), credentials.HtpasswdFile), cancellationToken);
        notes.Add($"AWS is emulated by moto {Moto.Version} at {chosen.EmulatorUrl}; images go to the registry at {chosen.RegistryHost}");
        notes.AddRange(isNew ? ["The emulated AWS was started just now, empty"] : []);
        return chosen;
    }

    private Dictionary<string, string?> Variables(Engine engine, SandboxPorts chosen, List<string> notes)
    {
        File.WriteAllText(session.EmptyFile, "");
        notes.AddRange(session.ForeignEndpoints.Select(name => $"{name} is not used: it points away from this machine"));
        var variables = session.For(chosen.EmulatorUrl, settings.Region).Concat(engine.Variables).ToDictionary();
        if (terraform.Ensure() is var (mirror, file))
        {
            variables["TF_CLI_CONFIG_FILE"] = file;
            notes.Add($"Terraform's AWS provider comes from {mirror.Folder}");
        }

        return variables;
    }
}

/// <summary>Puts the parts of one tree's sandbox together. Nothing is touched before it is opened.</summary>
/// <param name="repositoryRoot">Folder of images/, terraform/ and .sandbox/.</param>
/// <param name="environment">The user's own environment variables.</param>
public sealed class SandboxComposition(
    string repositoryRoot, SandboxAssets assets, StackSettings settings, IReadOnlyDictionary<string, string> environment,
    ICommands commands, IStepReport report, TimeProvider time)
{
    private readonly SandboxFolder folder = SandboxFolder.Of(repositoryRoot);
    private readonly Programs programs = Programs.OfSystem(environment);
    private readonly RunningProcesses processes = new(commands, time);

    public SandboxCloud Create() => new(
        folder, settings, new SessionVariables(environment, folder.File("aws-empty")), Lock(folder.File("lock")), new PortFile(folder), CreateEngines(),
        CreateRegistry(), new RegistryCredentials(folder),
        CreateEmulator(), new TerraformConfiguration(repositoryRoot, folder, environment), CreateBaseImages(), Background("engine"));

    public Engines CreateEngines()
    {
        var probe = new EngineProbe(commands);
        var daemon = new EngineDaemon(folder, programs, CreatePackages(), Background("engine"), probe, commands, report, time);
        return new Engines(environment, probe, daemon, Lock(Path.Combine(EngineDaemon.RunFolder, "engine.lock")));
    }

    private Registry CreateRegistry() => new(folder, programs, CreatePackages(), Background("registry"), Container("registry"), report, time);

    private Emulator CreateEmulator() => new(
        assets, new PythonInterpreters(programs, commands), new VirtualEnvironment(folder, programs, CreatePackages(), commands, report, time),
        Container("emulator"), Background("emulator"), report, time);

    private BaseImages CreateBaseImages() =>
        new(repositoryRoot, folder, assets, settings, new BaseImageProbe(commands), commands, report, time);

    private DebianPackages CreatePackages() => new(
        folder, programs, commands, new ServicePolicy(ServicePolicy.SystemPath), Lock(Path.Combine(EngineDaemon.RunFolder, "apt.lock")), report, time);

    private BackgroundProcess Background(string name) => new(name, folder, commands, processes, time);

    private EngineContainer Container(string part) => new(part, folder, commands, report, time);

    private SandboxLock Lock(string path) => new(path, processes, report, time);
}

/// <summary>
/// The variables that send every AWS call to the emulator and keep every real credential out of reach: those of the environment, of profiles, of roles,
/// of web identities, of containers and of the instance.
/// </summary>
/// <param name="environment">The user's own variables.</param>
/// <param name="emptyFile">An empty file, in the place of the user's AWS configuration and credentials.</param>
public sealed class SessionVariables(IReadOnlyDictionary<string, string> environment, string emptyFile)
{
    /// <summary>Belongs to nobody: the emulator takes any.</summary>
    private const string Key = "sandbox";

    private const string EndpointPrefix = "AWS_ENDPOINT_URL_";

    private static readonly string[] Withheld =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT",
    ];

    public string EmptyFile => emptyFile;

    /// <summary>Endpoints of single services that point elsewhere than to this machine: they would take calls past the emulator.</summary>
    public IReadOnlyList<string> ForeignEndpoints => [.. environment
        .Where(variable => IsEndpoint(variable.Key) && !IsLoopback(variable.Value))
        .Select(variable => variable.Key)
        .Order(StringComparer.Ordinal)];

    /// <param name="endpoint">The emulator's URL.</param>
    /// <param name="region">As in the settings.</param>
    public IReadOnlyDictionary<string, string?> For(string endpoint, string region)
    {
        var variables = Withheld.Concat(ForeignEndpoints).ToDictionary(name => name, string? (_) => null);
        variables["AWS_ENDPOINT_URL"] = endpoint;
        variables["AWS_ACCESS_KEY_ID"] = variables["AWS_SECRET_ACCESS_KEY"] = Key;
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = region;
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables["AWS_CONFIG_FILE"] = variables["AWS_SHARED_CREDENTIALS_FILE"] = emptyFile;
        variables["NO_PROXY"] = variables["no_proxy"] = PastProxies();
        return variables;
    }

    // AWS_ENDPOINT_URL_ECS and the like; AWS_S3_ENDPOINT and the like are what Terraform's S3 backend and provider read besides.
    private static bool IsEndpoint(string name) =>
        name.StartsWith(EndpointPrefix, StringComparison.Ordinal)
        || ((name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("TF_AWS_", StringComparison.Ordinal))
            && name.EndsWith("_ENDPOINT", StringComparison.Ordinal) && !name.EndsWith("_USE_FIPS_ENDPOINT", StringComparison.Ordinal)
            && !name.EndsWith("_USE_DUALSTACK_ENDPOINT", StringComparison.Ordinal));

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private string PastProxies()
    {
        var own = environment.GetValueOrDefault("NO_PROXY") ?? environment.GetValueOrDefault("no_proxy") ?? "";
        return string.Join(',', own.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Union(["127.0.0.1", "localhost"]));
    }
}
