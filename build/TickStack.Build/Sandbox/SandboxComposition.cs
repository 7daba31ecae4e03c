using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>Puts the parts of one tree's sandbox together. Nothing is touched before it is opened.</summary>
/// <param name="repositoryRoot">Folder of images/, terraform/ and .sandbox/.</param>
/// <param name="environment">The user's own environment variables.</param>
public sealed class SandboxComposition(
    string repositoryRoot, SandboxAssets assets, StackSettings settings, IReadOnlyDictionary<string, string> environment,
    ICommands commands, IStepReport report, TimeProvider time)
{
    private readonly SandboxFolder _folder = SandboxFolder.Of(repositoryRoot);
    private readonly Programs _programs = new(environment);
    private readonly RunningProcesses _processes = new(commands, time);

    public SandboxCloud Create() => new(
        _folder, settings, new SessionVariables(environment, _folder.File("aws-empty")), Lock(_folder.File("lock")), new PortFile(_folder), CreateEngines(), CreateRegistry(), new RegistryCredentials(_folder),
        CreateEmulator(), new TerraformConfiguration(repositoryRoot, _folder, environment), CreateBaseImages(), Background("engine"));

    public Engines CreateEngines()
    {
        var probe = new EngineProbe(commands);
        var daemon = new EngineDaemon(_folder, _programs, CreatePackages(), Background("engine"), probe, report, time);
        return new Engines(environment, probe, daemon, Lock(Path.Combine(EngineDaemon.RunFolder, "engine.lock")));
    }

    private Registry CreateRegistry() => new(_folder, _programs, CreatePackages(), Background("registry"), Container("registry"), report, time);

    private Emulator CreateEmulator() => new(
        assets, new PythonInterpreters(_programs, commands), new VirtualEnvironment(_folder, _programs, CreatePackages(), commands, report, time),
        Container("emulator"), Background("emulator"), report, time);

    private BaseImages CreateBaseImages() =>
        new(repositoryRoot, _folder, assets, settings, new BaseImageProbe(commands), commands, report, time);

    private DebianPackages CreatePackages() => new(
        _folder, _programs, commands, new ServicePolicy(ServicePolicy.SystemPath), Lock(Path.Combine(EngineDaemon.RunFolder, "apt.lock")), report, time);

    private BackgroundProcess Background(string name) => new(name, _folder, commands, _processes, time);

    private EngineContainer Container(string part) => new(part, _folder, commands, report, time);

    private SandboxLock Lock(string path) => new(path, _processes, report, time);
}
