using System.Globalization;
using Amazon.ECS.Model;

namespace TickStack.Build.Settings.Options;

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
