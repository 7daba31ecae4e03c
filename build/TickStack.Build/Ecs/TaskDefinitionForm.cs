using Amazon.ECS.Model;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Ecs;

/// <summary>The form in which two task definitions that mean the same are the same text: without what ECS adds, without defaults and empty parts, with sets in
/// one order. Tags are no part of it: they say where a revision comes from, not what it does.</summary>
public static class TaskDefinitionForm
{
    public static JsonObject Of(RegisterTaskDefinitionRequest wanted) => Normalised(EcsJson.Of(wanted));

    public static JsonObject Of(TaskDefinition live) => Normalised(EcsJson.Of(live));

    public static bool Same(RegisterTaskDefinitionRequest wanted, TaskDefinition live) => JsonNode.DeepEquals(Of(wanted), Of(live));

    private static JsonObject Normalised(JsonObject definition)
    {
        foreach (var member in TaskDefinitionRules.OnlyInAnswers)
        {
            definition.Remove(member);
        }

        TaskDefinitionSize.Normalise(definition);
        HostPorts.Normalise(definition);
        return (JsonObject?)Reduce(definition, "") ?? [];
    }

    // Null stands for "nothing left", and leaves its place.
    private static JsonNode? Reduce(JsonNode? node, string path) => node switch
    {
        JsonObject map when TaskDefinitionRules.Maps.Contains(path) => map.Count == 0 ? null
            : Sorted(map.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value?.DeepClone()))),
        JsonObject part => Members(part, path),
        JsonArray list => List(list, path),
        _ => node?.DeepClone(),
    };

    private static JsonObject? Members(JsonObject part, string path)
    {
        var kept = part
            .Select(member => (member.Key, Path: path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value))
            .Where(member => !TaskDefinitionRules.IsDefault(member.Path, member.Value))
            .Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Reduce(member.Value, member.Path)))
            .Where(member => member.Value is not null)
            .ToList();
        return kept.Count == 0 ? null : Sorted(kept);
    }

    private static JsonArray? List(JsonArray list, string path)
    {
        var kept = list.Select(item => Reduce(item, path)).OfType<JsonNode>();
        var ordered = TaskDefinitionRules.Sets.Contains(path) ? kept.OrderBy(TaskDefinitionRules.SortKey, StringComparer.Ordinal) : kept;
        var array = new JsonArray([.. ordered]);
        return array.Count == 0 ? null : array;
    }

    private static JsonObject Sorted(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal));
}

/// <summary>What ECS fills in, and what it does not care about. Paths are member names from the task definition down, lists passed through.
/// Source: the API reference of RegisterTaskDefinition, and what DescribeTaskDefinition returns for the least that can be registered.</summary>
internal static class TaskDefinitionRules
{
    private const string Container = "containerDefinitions.";

    /// <summary>Not part of what was asked for. "tags" is of the request alone: an answer has them beside the task definition.</summary>
    public static IReadOnlyList<string> OnlyInAnswers { get; } =
    [
        "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "deregisteredAt",
        "deleteRequestedAt", "tags",
    ];

    /// <summary>Keys and values are the user's own: an empty value is a value.</summary>
    public static IReadOnlySet<string> Maps { get; } = new HashSet<string>
    {
        $"{Container}dockerLabels", $"{Container}logConfiguration.options", $"{Container}firelensConfiguration.options",
        "volumes.dockerVolumeConfiguration.driverOpts", "volumes.dockerVolumeConfiguration.labels",
    };

    /// <summary>Lists whose order means nothing.</summary>
    public static IReadOnlySet<string> Sets { get; } = new HashSet<string>
    {
        "containerDefinitions", "volumes", "placementConstraints", "requiresCompatibilities", "proxyConfiguration.properties",
        $"{Container}environment", $"{Container}secrets", $"{Container}portMappings", $"{Container}mountPoints", $"{Container}volumesFrom",
        $"{Container}dependsOn",
        $"{Container}ulimits", $"{Container}systemControls", $"{Container}resourceRequirements", $"{Container}extraHosts", $"{Container}links",
        $"{Container}logConfiguration.secretOptions", $"{Container}linuxParameters.devices", $"{Container}linuxParameters.devices.permissions",
        $"{Container}linuxParameters.tmpfs", $"{Container}linuxParameters.capabilities.add", $"{Container}linuxParameters.capabilities.drop",
        $"{Container}restartPolicy.ignoredExitCodes", $"{Container}dockerSecurityOptions",
    };

    private static readonly Dictionary<string, JsonNode> Defaults = new()
    {
        ["networkMode"] = "bridge",
        [$"{Container}cpu"] = 0,
        [$"{Container}essential"] = true,
        [$"{Container}versionConsistency"] = "enabled",
        [$"{Container}portMappings.hostPort"] = 0,
        [$"{Container}portMappings.protocol"] = "tcp",
        [$"{Container}healthCheck.interval"] = 30,
        [$"{Container}healthCheck.timeout"] = 5,
        [$"{Container}healthCheck.retries"] = 3,
        [$"{Container}healthCheck.startPeriod"] = 0,
        ["volumes.dockerVolumeConfiguration.scope"] = "task",
        ["volumes.dockerVolumeConfiguration.driver"] = "local",
        ["volumes.efsVolumeConfiguration.rootDirectory"] = "/",
        ["volumes.efsVolumeConfiguration.transitEncryption"] = "DISABLED",
        ["volumes.efsVolumeConfiguration.transitEncryptionPort"] = 0,
        ["volumes.efsVolumeConfiguration.authorizationConfig.iam"] = "DISABLED",
    };

    // Every switch of the model is off unless set, "essential" excepted.
    public static bool IsDefault(string path, JsonNode? value) => value switch
    {
        null => true,
        _ when Defaults.TryGetValue(path, out var byDefault) => JsonNode.DeepEquals(value, byDefault),
        JsonValue simple when simple.TryGetValue<bool>(out var on) => !on,
        JsonValue simple when simple.TryGetValue<string>(out var text) => text.Length == 0,
        _ => false,
    };

    public static string SortKey(JsonNode item) => item.ToJsonString();
}

/// <summary>CPU and memory of a task: written as "1 vCPU" or "2 GB", returned in CPU units and MiB.</summary>
internal static class TaskDefinitionSize
{
    private const decimal PerUnit = 1024;

    public static void Normalise(JsonObject definition)
    {
        InUnits(definition, "cpu", "vCPU");
        InUnits(definition, "memory", "GB");
    }

    private static void InUnits(JsonObject definition, string member, string unit)
    {
        var text = (string?)definition[member];
        if (text?.EndsWith(unit, StringComparison.OrdinalIgnoreCase) == true
            && decimal.TryParse(text[..^unit.Length].Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            definition[member] = (number * PerUnit).ToString("0", CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>Where the task has the network interface to itself, ECS sets every host port to the container's: it says nothing.</summary>
internal static class HostPorts
{
    public static void Normalise(JsonObject definition)
    {
        if ((string?)definition["networkMode"] is not ("awsvpc" or "host"))
        {
            return;
        }

        foreach (var container in definition["containerDefinitions"]?.AsArray() ?? [])
        {
            foreach (var mapping in container?["portMappings"]?.AsArray() ?? [])
            {
                mapping!.AsObject().Remove("hostPort");
            }
        }
    }
}
