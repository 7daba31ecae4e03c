namespace TickStack.Build.Manifests.Compose;

internal static class Overrides
{
    /// <summary>The keys of both; where both have one, the value of <paramref name="other"/>.</summary>
    public static IReadOnlyDictionary<string, string> OverriddenBy(this IReadOnlyDictionary<string, string> map, IReadOnlyDictionary<string, string> other)
    {
        var result = new Dictionary<string, string>(map);
        foreach (var (key, value) in other)
        {
            result[key] = value;
        }

        return result;
    }

    /// <summary>Both lists; an item of the second takes the place of the one with the same key.</summary>
    public static IReadOnlyList<T> OverriddenBy<T>(this IReadOnlyList<T> list, IReadOnlyList<T> other, Func<T, string> key)
    {
        var replaced = other.Select(key).ToHashSet();
        return [.. list.Where(item => !replaced.Contains(key(item))), .. other];
    }
}
