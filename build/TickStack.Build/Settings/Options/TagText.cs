namespace TickStack.Build.Settings.Options;

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
            ? [.. pairs.Select(pair => KeyValuePair.Create(pair[0], pair[1]))]
            : null;
    }

    private static bool IsTag(string[] pair) =>
        pair is [{ Length: > 0 and <= LongestKey } key, { Length: <= LongestValue }]
        && !string.IsNullOrWhiteSpace(key) && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
}
