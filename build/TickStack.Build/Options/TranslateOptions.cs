using System.Globalization;
using Amazon.ECS.Model;

namespace TickStack.Build.Options;

/// <summary>What Translate was asked for. Null: it was not said.</summary>
public sealed record TranslateOptions
{
    /// <summary>Absolute; the paths below begin there, unless they are absolute themselves, and show in messages as they were written.</summary>
    public required string Folder { get; init; }

    public required string Compose { get; init; }

    public string? EcsParams { get; init; }

    public required string ProjectName { get; init; }

    public required string Output { get; init; }

    public string? Cluster { get; init; }

    public int? MinimumHealthyPercent { get; init; }

    public int? MaximumPercent { get; init; }

    /// <summary>"EC2", "FARGATE" or "EXTERNAL".</summary>
    public string? LaunchType { get; init; }

    /// <summary>"REPLICA" or "DAEMON".</summary>
    public string? SchedulingStrategy { get; init; }

    /// <summary>Seconds.</summary>
    public int? HealthCheckGracePeriod { get; init; }

    public IReadOnlyList<LoadBalancer> LoadBalancers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    public bool ManagedTags { get; init; } = true;

    public string? ServiceRegistryArn { get; init; }

    public bool AllowUnset { get; init; }

    /// <param name="line">Checked: what Translate needs is there, and every value is one.</param>
    public static TranslateOptions Of(CommandLine line) => new()
    {
        Folder = line.Folder,
        Compose = line.Value(TranslateFlags.Compose)!,
        EcsParams = line.Value(TranslateFlags.EcsParams),
        ProjectName = line.Value(TranslateFlags.ProjectName)!,
        Output = line.Value(TranslateFlags.Output)!,
        Cluster = line.Value(TranslateFlags.Cluster),
        MinimumHealthyPercent = Number(line, TranslateFlags.MinimumHealthyPercent),
        MaximumPercent = Number(line, TranslateFlags.MaximumPercent),
        LaunchType = line.Value(TranslateFlags.LaunchType)?.ToUpperInvariant(),
        SchedulingStrategy = line.Value(TranslateFlags.SchedulingStrategy)?.ToUpperInvariant(),
        HealthCheckGracePeriod = Number(line, TranslateFlags.HealthCheckGracePeriod),
        LoadBalancers = [.. line.Values(TranslateFlags.TargetGroup).Select(text => TargetGroupText.Parse(text)!)],
        Tags = line.Value(TranslateFlags.Tags) is { } tags ? TagText.Parse(tags)! : [],
        ManagedTags = !line.Has(TranslateFlags.DisableManagedTags),
        ServiceRegistryArn = line.Value(TranslateFlags.ServiceRegistryArn),
        AllowUnset = line.Has(TranslateFlags.AllowUnset),
    };

    private static int? Number(CommandLine line, KnownOption option) =>
        line.Value(option) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}

/// <summary>"key=value,key=value". A value may be blank and may hold further equals signs; ECS takes 50 tags, and keeps "aws:" for itself.</summary>
internal static class TagText
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>In the order of the text. Null: it is no such list, or has a key twice.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Parse(string text)
    {
        var pairs = text.Split(',').Select(pair => pair.Split('=', 2)).ToList();
        return pairs.Count <= Most && pairs.All(IsTag) && pairs.DistinctBy(pair => pair[0]).Count() == pairs.Count
            ? [.. pairs.Select(pair => System.Collections.Generic.KeyValuePair.Create(pair[0], pair[1]))]
            : null;
    }

    private static bool IsTag(string[] pair) =>
        pair is [{ Length: > 0 and <= LongestKey } key, { Length: <= LongestValue }]
        && !string.IsNullOrWhiteSpace(key) && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A load balancer as ecs-cli writes it: "targetGroupArn=…,containerName=…,containerPort=…", or loadBalancerName for a classic one.</summary>
internal static class TargetGroupText
{
    public const string Form = "targetGroupArn=ARN,containerName=NAME,containerPort=PORT, or loadBalancerName=NAME in place of the ARN";

    private static readonly string[] Keys = ["targetGroupArn", "loadBalancerName", "containerName", "containerPort"];

    /// <summary>Null: it is none.</summary>
    public static LoadBalancer? Parse(string text)
    {
        var parts = TagText.Parse(text)?.ToDictionary();
        if (parts is null || parts.Count != 3 || parts.Keys.Except(Keys).Any() || parts.Values.Any(value => value.Length == 0)
            || !parts.TryGetValue("containerName", out var container) || Port(parts) is not { } port)
        {
            return null;
        }

        return new LoadBalancer
        {
            TargetGroupArn = parts.GetValueOrDefault("targetGroupArn"),
            LoadBalancerName = parts.GetValueOrDefault("loadBalancerName"),
            ContainerName = container,
            ContainerPort = port,
        };
    }

    private static int? Port(Dictionary<string, string> parts) =>
        int.TryParse(parts.GetValueOrDefault("containerPort"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : null;
}
