using System.Net.Sockets;
using System.Text.Json.Serialization;
using TickStack.Build.Artifacts;

namespace TickStack.Build.Sandbox;

/// <summary>TCP ports on 127.0.0.1.</summary>
public sealed record SandboxPorts(int Emulator, int Registry)
{
    [JsonIgnore]
    public string EmulatorUrl => $"http://127.0.0.1:{Emulator}";

    /// <summary>"host:port", as in an image reference.</summary>
    [JsonIgnore]
    public string RegistryHost => $"127.0.0.1:{Registry}";
}

/// <summary>Ports are chosen once and kept in ports.json: image references and Terraform's state hold the addresses.</summary>
public sealed class PortFile(SandboxFolder folder)
{
    // Below the range from which outgoing connections take theirs: a port that is kept must not be taken while the sandbox is down.
    private const int First = 20000;
    private const int Last = 29999;
    private const int Attempts = 1000;
    private const string Name = "ports.json";

    private readonly ArtifactStore store = new(folder.Path);

    /// <summary>Null before the first choice, and when the file is not what was written.</summary>
    public SandboxPorts? Read() =>
        store.Find<SandboxPorts>(Name) is { Emulator: >= First and <= Last, Registry: >= First and <= Last } ports ? ports : null;

    /// <summary>The kept ports; another one in the place of one that neither is ours nor free.</summary>
    public SandboxPorts Choose(bool emulatorRuns, bool registryRuns)
    {
        var kept = Read();
        var emulator = Choose(kept?.Emulator, emulatorRuns, other: kept?.Registry);
        var chosen = new SandboxPorts(emulator, Choose(kept?.Registry, registryRuns, other: emulator));
        if (chosen != kept)
        {
            store.Write(Name, chosen);
        }

        return chosen;
    }

    private static int Choose(int? kept, bool oursRuns, int? other)
    {
        if (kept is { } port && (oursRuns || IsFree(port)))
        {
            return port;
        }

        return Enumerable.Repeat(0, Attempts)
            .Select(_ => RandomNumberGenerator.GetInt32(First, Last + 1))
            .First(candidate => candidate != other && IsFree(candidate));
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // Connections that wait to be forgotten (TIME_WAIT) are no listener.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
