namespace TickStack.Build.Settings;

/// <summary>Everything a run is told: the environment's file, then environment variables, then options. Immutable.</summary>
public sealed record StackSettings
{
    /// <summary>Stands in production.json until someone puts the real account there.</summary>
    public const string PlaceholderAccount = "000000000000";

    /// <summary>Name of the environment, which is the file's name without ".json".</summary>
    public required string Environment { get; init; }

    public required CloudKind Cloud { get; init; }

    /// <summary>Twelve digits. The caller's identity is compared with it before anything else.</summary>
    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary>Prefix of every resource's name: 2–21 lower-case letters, digits and hyphens, a letter first.</summary>
    public required string Name { get; init; }

    /// <summary>S3 bucket that holds Terraform's state.</summary>
    public required string StateBucket { get; init; }

    public required ImageSettings Images { get; init; }

    public required InfrastructureSettings Infrastructure { get; init; }

    public required RolloutSettings Rollout { get; init; }
}
