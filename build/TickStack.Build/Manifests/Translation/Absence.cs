namespace TickStack.Build.Manifests.Translation;

/// <summary>ECS takes an absent member for an empty one, so nothing empty is sent.</summary>
internal static class Absence
{
    public static List<T>? OrNull<T>(this IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

    /// <summary>Sorted by key: the order in which a mapping was written shall not show.</summary>
    public static Dictionary<string, string>? OrNull(this IReadOnlyDictionary<string, string> map) =>
        map.Count == 0 ? null : map.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
}
