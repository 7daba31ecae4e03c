using YamlDotNet.Serialization;

namespace TickStack.Build.Sandbox;

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

    private static Dictionary<string, object> Map(params (string Key, object Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}
