namespace TickStack.Build.Tests.CircleCi;

/// <summary>Names, and for each the names that come before it.</summary>
internal sealed class Graph(IReadOnlyDictionary<string, IReadOnlyList<string>> before)
{
    public IEnumerable<string> Names => before.Keys;

    /// <summary>Everything that comes before, directly or not.</summary>
    public IReadOnlySet<string> AllBefore(string name)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(before[name]);
        while (open.TryPop(out var next))
        {
            if (all.Add(next))
            {
                before[next].ToList().ForEach(open.Push);
            }
        }

        return all;
    }

    public Graph With(params (string Name, string Before)[] edges) =>
        new(before.ToDictionary(
            pair => pair.Key,
            IReadOnlyList<string> (pair) => [.. pair.Value, .. edges.Where(edge => edge.Name == pair.Key).Select(edge => edge.Before)]));
}
