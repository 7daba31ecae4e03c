using System.Globalization;
using System.Text.RegularExpressions;

namespace TickStack.Build.Infrastructure.Restoring;

/// <summary>
/// What a volume that was made by a restore says of it, in a tag: it lies in the account, so that any run, on any machine, can go on
/// where one was cut short.
/// </summary>
/// <param name="SnapshotId">What the volume was made from.</param>
/// <param name="ReplacedId">The volume whose place it takes.</param>
/// <param name="DoneAt">When the services ran on it; null: not yet.</param>
public sealed partial record RestoreRecord(string SnapshotId, string ReplacedId, DateTimeOffset? DoneAt = null)
{
    public const string Tag = "tickstack:restore";

    /// <summary>"snap-1 over vol-2", and "… at 2026-01-31T12:00:00Z" once it is done.</summary>
    public override string ToString() =>
        $"{SnapshotId} over {ReplacedId}{(DoneAt is { } time ? string.Create(CultureInfo.InvariantCulture, $" at {time.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z") : "")}";

    /// <param name="tags">Of a volume.</param>
    /// <returns>Null when no restore has made it.</returns>
    public static RestoreRecord? In(IReadOnlyDictionary<string, string> tags)
    {
        var match = Text().Match(tags.GetValueOrDefault(Tag, ""));
        return !match.Success ? null : new RestoreRecord(
            match.Groups["snapshot"].Value,
            match.Groups["volume"].Value,
            match.Groups["done"].Success ? DateTimeOffset.Parse(match.Groups["done"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);
    }

    [GeneratedRegex(@"^(?<snapshot>snap-[0-9a-f]+) over (?<volume>vol-[0-9a-f]+)( at (?<done>[0-9T:-]+Z))?\z")]
    private static partial Regex Text();
}
