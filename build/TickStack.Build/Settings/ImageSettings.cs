namespace TickStack.Build.Settings;

/// <summary>What is baked into the images at build time.</summary>
public sealed record ImageSettings
{
    /// <summary>The instance's architecture in EC2's terms: "x86_64" or "arm64".</summary>
    public required string Architecture { get; init; }

    /// <summary>S3 bucket that backups of InfluxDB go to (build argument BACKUP_BUCKET).</summary>
    public required string BackupBucket { get; init; }

    /// <summary>S3 bucket that logs and exports go to (build argument LOGS_BUCKET).</summary>
    public required string LogsBucket { get; init; }

    /// <summary>Component → base image that takes the place of the Dockerfile's; for a mirror of Docker Hub. Usually empty.</summary>
    public IReadOnlyDictionary<string, string> BaseImages { get; init; } = new Dictionary<string, string>();
}
