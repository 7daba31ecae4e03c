using System.Text.Json.Nodes;

namespace TickStack.Build.Services;

/// <summary>What ECS fills in, and what it does not care about. Paths are member names from the task definition down, lists passed through.
/// Source: the API reference of RegisterTaskDefinition, and what DescribeTaskDefinition returns for the least that can be registered.</summary>
internal static class TaskDefinitionRules
{
    private const string Container = "containerDefinitions.";

    /// <summary>Not part of what was asked for. "tags" is of the request alone: an answer has them beside the task definition.</summary>
    public static IReadOnlyList<string> OnlyInAnswers { get; } =
    [
        "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "deregisteredAt", "deleteRequestedAt", "tags",
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
        $"{Container}environment", $"{Container}secrets", $"{Container}portMappings", $"{Container}mountPoints", $"{Container}volumesFrom", $"{Container}dependsOn",
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
