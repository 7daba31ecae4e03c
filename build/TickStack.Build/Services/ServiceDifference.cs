namespace TickStack.Build.Services;

/// <summary>A setting of a live service that is not as it shall be.</summary>
/// <param name="Setting">As in the API: "taskDefinition", "networkConfiguration", …</param>
/// <param name="Live">JSON, or the revision; null when not set.</param>
/// <param name="Wanted">As <paramref name="Live"/>.</param>
public sealed record ServiceDifference(string Setting, string? Live, string? Wanted)
{
    public override string ToString() => $"{Setting}: {Live ?? "not set"} → {Wanted ?? "not set"}";
}
