using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Format;

/// <summary>A volume that Docker manages, with its driver's settings.</summary>
public sealed record DockerVolume(string Name, SourceLocation Location)
{
    /// <summary>"task" or "shared".</summary>
    public string? Scope { get; init; }

    public bool? Autoprovision { get; init; }

    public string? Driver { get; init; }

    public IReadOnlyDictionary<string, string> DriverOptions { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
