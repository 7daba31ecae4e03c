using System.Text.Json.Serialization;

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
