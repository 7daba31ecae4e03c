namespace TickStack.Build.Tools.Ec2;

/// <param name="Id">"snap-…".</param>
/// <param name="VolumeId">What it was taken of.</param>
/// <param name="State">"pending", "completed" or "error".</param>
/// <param name="StartedAt">The moment whose content it holds; UTC.</param>
public sealed record VolumeSnapshot(string Id, string VolumeId, string State, DateTime StartedAt)
{
    /// <summary>Of the volume, in GiB.</summary>
    public int Size { get; init; }

    /// <summary>How far the copying has come, as EC2 says it: "43%".</summary>
    public string Progress { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
