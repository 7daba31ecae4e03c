using System.Collections;
using TickStack.Build.Processes;
using TickStack.Build.Sandbox;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Bootstrap;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>A Python that has moto's server, found or made as the sandbox does it.</summary>
internal static class Python
{
    private static readonly Lazy<Task<string>> Found = new(FindAsync);

    public static Task<string> PathAsync() => Found.Value;

    private static async Task<string> FindAsync()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        var (programs, commands) = (Programs.OfSystem(environment), new MachineCommands(new ChildProcesses()));
        var installed = await new PythonInterpreters(programs, commands).WithMotoAsync(CancellationToken.None);
        return installed ?? await MakeAsync(programs, commands);
    }

    private static async Task<string> MakeAsync(Programs programs, MachineCommands commands)
    {
        var folder = SandboxFolder.Of(BootstrapTree.RepositoryRoot());
        folder.Make();
        var (report, time) = (new SilentReport(), TimeProvider.System);
        var aptLock = new SandboxLock(Path.Combine(EngineDaemon.RunFolder, "apt.lock"), new RunningProcesses(commands, time), report, time);
        var packages = new DebianPackages(folder, programs, commands, new ServicePolicy(ServicePolicy.SystemPath), aptLock, report, time);
        var venv = new VirtualEnvironment(folder, programs, packages, commands, report, time);
        var (interpreter, problem) = await venv.EnsureAsync(CancellationToken.None);
        return interpreter ?? throw new FailureException([problem!], ExitCode.Unavailable);
    }
}
