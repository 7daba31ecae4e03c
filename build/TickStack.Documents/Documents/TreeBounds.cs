using TickStack.Failures;

namespace TickStack.Documents;

/// <summary>How much there is below a value, itself included.</summary>
/// <param name="Values">Scalars, lists and mappings.</param>
/// <param name="Characters">Of all scalars.</param>
/// <param name="Levels">1 for a scalar.</param>
internal readonly record struct TreeExtent(long Values, long Characters, int Levels);

/// <summary>Counts a YAML tree as whoever walks it sees it, with aliases as all that they stand for: a few of them can stand for billions of
/// values, and nesting for more calls than a stack takes.</summary>
internal sealed class TreeBounds
{
    private const int MostValues = 100_000;
    private const int MostCharacters = 1 << 20;
    private const int MostLevels = 100;
    private const string Counting = "counting an alias as all that it stands for";

    private TreeExtent total;
    private int level;

    /// <summary>Begins a value.</summary>
    /// <returns>For <see cref="Leave"/>.</returns>
    public TreeExtent Enter(int characters, SourceLocation location)
    {
        var before = total;
        level++;
        total = new TreeExtent(total.Values + 1, total.Characters + characters, level);
        Check(location);
        return before;
    }

    /// <summary>Ends the value.</summary>
    public TreeExtent Leave(TreeExtent before)
    {
        level--;
        var extent = new TreeExtent(total.Values - before.Values, total.Characters - before.Characters, total.Levels - level);
        total = total with { Levels = Math.Max(total.Levels, before.Levels) };
        return extent;
    }

    /// <summary>A value that stands here once more.</summary>
    public void Repeat(TreeExtent extent, SourceLocation location)
    {
        total = new TreeExtent(total.Values + extent.Values, total.Characters + extent.Characters, Math.Max(total.Levels, level + extent.Levels));
        Check(location);
    }

    private void Check(SourceLocation location)
    {
        if (total.Values > MostValues)
        {
            throw Refused($"up to here the file has more than {MostValues} values, {Counting}", "use fewer aliases", location);
        }

        if (total.Characters > MostCharacters)
        {
            throw Refused($"up to here the file has more than {MostCharacters} characters, {Counting}", "use fewer aliases", location);
        }

        if (total.Levels > MostLevels)
        {
            throw Refused($"more than {MostLevels} lists and mappings stand within each other here", "nest less", location);
        }
    }

    private static FailureException Refused(string message, string remedy, SourceLocation location) => new([new Problem(message, remedy, location)]);
}
