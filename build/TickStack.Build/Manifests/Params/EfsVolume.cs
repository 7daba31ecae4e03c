using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Params;

/// <summary>A named volume on an EFS file system.</summary>
public sealed record EfsVolume(string Name, string FileSystemId, SourceLocation Location)
{
    public string? RootDirectory { get; init; }

    /// <summary>"ENABLED" or "DISABLED".</summary>
    public string? TransitEncryption { get; init; }

    public int? TransitEncryptionPort { get; init; }

    public string? AccessPoint { get; init; }

    /// <summary>"ENABLED" or "DISABLED".</summary>
    public string? Iam { get; init; }
}
