using TickStack.Build.Errors;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Cloud;

namespace TickStack.Build.Sandbox;

/// <summary>
/// The embedded environment: everything is real but AWS, which moto emulates. Opening it sets up what is missing and leaves alone what runs;
/// a set-up that was cut short is completed by the next one.
/// </summary>
public sealed class SandboxCloud(
    SandboxFolder folder, StackSettings settings, SessionVariables session, SandboxLock treeLock, PortFile ports,
    Engines engines, Registry registry, RegistryCredentials credentials, Emulator emulator, TerraformConfiguration terraform, BaseImages bases,
    BackgroundProcess daemon) : ICloud
{
    public async Task<CloudSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new FailureException("The sandbox needs Linux", "run this in WSL 2, or choose an AWS environment with --environment=NAME", ExitCode.Unavailable);
        }

        folder.Make();
        using var taken = await treeLock.TakeAsync(cancellationToken);
        var notes = new List<string>();
        var engine = await engines.OpenAsync(cancellationToken);
        var chosen = await StartAsync(engine, notes, cancellationToken);
        var standIns = await bases.EnsureAsync(engine, cancellationToken);
        AddIfAny(notes, engine.Note);
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
        var chosen = ports.Choose(await emulator.IsRunningAsync(cancellationToken), await registry.IsRunningAsync(cancellationToken));
        var password = credentials.Ensure();
        var isNew = await emulator.EnsureAsync(engine, new EmulatorSettings(chosen, settings.Account, password), cancellationToken);
        await registry.EnsureAsync(
            engine, new RegistryConfiguration(chosen, folder.Folder("registry"), credentials.HtpasswdFile), cancellationToken);
        notes.Add($"AWS is emulated by moto {Moto.Version} at {chosen.EmulatorUrl}; images go to the registry at {chosen.RegistryHost}");
        AddIfAny(notes, isNew ? "The emulated AWS was started just now, empty" : null);
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

    private static void AddIfAny(List<string> notes, string? note)
    {
        if (note is not null)
        {
            notes.Add(note);
        }
    }
}
