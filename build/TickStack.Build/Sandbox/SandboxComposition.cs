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
    private readonly Processes _processes = new(commands, time);

    public SandboxCloud Create()
    {
        var packages = new DebianPackages(
            _folder, _programs, commands, new ServicePolicy(ServicePolicy.SystemPath), Lock(Path.Combine(EngineDaemon.RunFolder, "apt.lock")), report, time);
        var (daemon, http) = (Background("engine"), new HttpProbe());
        return new SandboxCloud(
            _folder, settings, environment, Lock(_folder.File("lock")), new PortFile(_folder),
            Engines(packages, daemon),
            new Registry(_folder, _programs, packages, Background("registry"), Container("registry"), http, report, time),
            new RegistryCredentials(_folder),
            new Emulator(
                assets, new PythonInterpreters(_programs, commands), new VirtualEnvironment(_folder, _programs, packages, commands, report, time),
                Container("emulator"), Background("emulator"), http, report, time),
            new TerraformConfiguration(repositoryRoot, _folder, environment),
            new BaseImages(repositoryRoot, _folder, assets, settings, new BaseImageProbe(commands), commands, report, time),
            daemon);
    }

    private Engines Engines(DebianPackages packages, BackgroundProcess daemon)
    {
        var probe = new EngineProbe(commands);
        return new Engines(
            environment, probe, new EngineDaemon(_folder, _programs, packages, daemon, probe, report, time),
            Lock(Path.Combine(EngineDaemon.RunFolder, "engine.lock")));
    }

    private BackgroundProcess Background(string name) => new(name, _folder, commands, _processes, time);

    private EngineContainer Container(string part) => new(part, _folder, commands, report, time);

    private SandboxLock Lock(string path) => new(path, _processes, report, time);
}
