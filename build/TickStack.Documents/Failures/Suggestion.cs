namespace TickStack.Failures;

/// <summary>Finds the word that a mistyped one was meant to be.</summary>
public static class Suggestion
{
    // Shorter ones are part of too much.
    private const int ShortestPart = 4;

    // Nobody mistypes a longer one, nor reads a longer list, and the search takes its time.
    private const int LongestWord = 64;
    private const int MostCandidates = 200;

    /// <summary>
    /// The nearest candidate within a third of the word's length (at least 2 edits, and never all of it), or one that the word is a part of, or null.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        var limit = Math.Min(Math.Max(2, word.Length / 3), word.Length - 1);
        return candidates
            .Where(candidate => candidate.Length <= LongestWord)
            .Take(MostCandidates)
            .Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant()), isPart: IsPart(word, candidate)))
            .Where(pair => pair.distance <= limit || pair.isPart)

            // "--ro" is one slip away from "--to", and also how "--rollout-timeout" begins: the slip is the likelier.
            .OrderBy(pair => pair.isPart ? 1 : pair.distance)
            .ThenBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>"did you mean X?" or, without a near candidate, the whole list.</summary>
    public static string Remedy(string word, IReadOnlyCollection<string> candidates) =>
        Nearest(word, candidates) is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"known: {string.Join(", ", candidates.Order(StringComparer.Ordinal))}";

    private static bool IsPart(string word, string candidate) =>
        word.Length >= ShortestPart && word.Length < candidate.Length && candidate.Contains(word, StringComparison.OrdinalIgnoreCase);

    // Optimal string alignment: a swap of neighbours counts once, as people mistype it.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
