using System.Diagnostics;
using System.Globalization;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>Takes Terraform's place on PATH: it writes down each signal, and ends a second after the first, so that there is time for another.</summary>
internal sealed class SignalledTerraform
{
    private const string Script = """
        #!/bin/sh
        left=1200
        for name in INT TERM HUP QUIT; do trap "echo $name >>'@signals'; [ -z '$QUICK' ] || exit 1; left=0" $name; done
        [ -z "$DEAF" ] || trap '' INT TERM HUP QUIT
        echo working
        echo "$PPID $$" >'@started.new' && mv '@started.new' '@started'
        while [ $left -gt 0 ]; do left=$((left - 1)); sleep 0.05; done
        sleep 1
        echo yes >'@ended'
        exit 1

        """;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly string signals;
    private readonly string started;
    private readonly string ended;

    public SignalledTerraform(StackTree tree, string name = "signalled")
    {
        var folder = Directory.CreateDirectory(tree.PathOf(name)).FullName;
        (signals, started, ended) = (Path.Combine(folder, "signals"), Path.Combine(folder, "started"), Path.Combine(folder, "ended"));
        var program = Path.Combine(folder, "terraform");
        Write(program, Script.Replace("@signals", signals, StringComparison.Ordinal).Replace("@started", started, StringComparison.Ordinal)
            .Replace("@ended", ended, StringComparison.Ordinal));
        tree.With("PATH", $"{folder}:{Environment.GetEnvironmentVariable("PATH")}");
    }

    /// <summary>A program in front of the others on PATH, until the real one is needed.</summary>
    public static void Write(string program, string script)
    {
        File.WriteAllText(program, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>By name, in the order in which they came.</summary>
    public IReadOnlyList<string> Signals => File.Exists(signals) ? File.ReadAllLines(signals) : [];

    /// <summary>Whether it came to its own end, and was not killed.</summary>
    public bool HasEndedByItself => File.Exists(ended);

    /// <summary>Waits until it runs.</summary>
    /// <returns>The host's process id, as its parent's, and its own.</returns>
    public async Task<(int Host, int Terraform)> StartedAsync(RunningHost host)
    {
        await UntilAsync(() => File.Exists(started), () => $"terraform was not started:\n{host.Output}");
        var ids = (await File.ReadAllTextAsync(started)).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
        return (ids[0], ids[1]);
    }

    public static Task UntilGoneAsync(int id, string what) => UntilAsync(() => !IsAlive(id), () => $"{what} ({id}) still lives");

    public static async Task UntilAsync(Func<bool> condition, Func<string> problem)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); await Task.Delay(20))
        {
            watch.Elapsed.ShouldBeLessThan(Bound, problem());
        }
    }

    // A zombie has ended, and only waits for its parent.
    private static bool IsAlive(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].TrimStart()[0] is not 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
