using System.Globalization;
using System.Text.Json.Nodes;

namespace TickStack.Build.Services.Verification;

/// <summary>What one task takes of the instance that it runs on.</summary>
/// <param name="Cpu">CPU units: 1024 to a virtual CPU.</param>
/// <param name="Memory">MiB.</param>
/// <param name="Ports">Of the host, as "8086/tcp".</param>
/// <param name="Interfaces">Network interfaces.</param>
public sealed record TaskNeeds(int Cpu, int Memory, IReadOnlySet<string> Ports, int Interfaces)
{
    public static TaskNeeds None { get; } = new(0, 0, new HashSet<string>(), 0);

    /// <param name="form">A task definition as <see cref="TaskDefinitionForm"/> gives it.</param>
    public static TaskNeeds Of(JsonObject form)
    {
        var containers = (form["containerDefinitions"]?.AsArray() ?? []).Select(container => container!.AsObject()).ToList();
        var mode = (string?)form["networkMode"] ?? "bridge";
        return new TaskNeeds(
            Number(form["cpu"]) ?? containers.Sum(container => Number(container["cpu"]) ?? 0),
            Number(form["memory"]) ?? containers.Sum(container => Number(container["memoryReservation"]) ?? Number(container["memory"]) ?? 0),
            containers.SelectMany(container => HostPorts(container, mode)).ToHashSet(),
            mode == "awsvpc" ? 1 : 0);
    }

    // A host port of 0 is whichever is free; in awsvpc mode the host's own are not concerned.
    private static IEnumerable<string> HostPorts(JsonObject container, string mode) => (container["portMappings"]?.AsArray() ?? [])
        .Select(mapping => (Port: Number(mapping![mode == "host" ? "containerPort" : "hostPort"]), Protocol: (string?)mapping["protocol"] ?? "tcp"))
        .Where(mapping => mode is "host" or "bridge" && mapping.Port > 0)
        .Select(mapping => $"{mapping.Port}/{mapping.Protocol}");

    private static int? Number(JsonNode? value) => value is null ? null : int.Parse(value.ToString(), CultureInfo.InvariantCulture);
}
