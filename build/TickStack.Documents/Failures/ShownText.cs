using System.Text.RegularExpressions;

namespace TickStack.Failures;

/// <summary>Messages at a length that people read, whatever the input quoted in them is. A message is never longer than a screen.</summary>
internal static partial class ShownText
{
    private const int MostProblems = 20;
    private const int MostCharacters = 4_000;
    private const int LongestQuote = 80;
    private const int LongestLine = 1_000;

    /// <summary>The first problems, and how many more there are.</summary>
    public static string Of(IReadOnlyList<Problem> problems)
    {
        var shown = new List<string>();
        foreach (var text in problems.Take(MostProblems).Select(problem => problem.ToString()))
        {
            if (shown.Count > 0 && shown.Sum(other => other.Length) + text.Length > MostCharacters)
            {
                break;
            }

            shown.Add(text);
        }

        var rest = problems.Count - shown.Count;
        return string.Join(Environment.NewLine, rest == 0 ? shown : [.. shown, $"… and {rest} more"]);
    }

    /// <summary>With long quotes and long lines cut.</summary>
    public static string Of(string text)
    {
        var quoted = Quote().Replace(text, match => $"'{Cut(match.Groups["value"].Value, LongestQuote)}'");
        return string.Join('\n', quoted.Split('\n').Select(line => Cut(line, LongestLine)));
    }

    /// <summary>The same for a message that quotes an input file: nothing in it moves the cursor or begins a line.</summary>
    public static string OfOneLine(string text) => Of(ControlCharacter().Replace(text, "·"));

    // A pair of surrogates stays together.
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");

    // An apostrophe within a word is no quote.
    [GeneratedRegex(@"(?<!\w)'(?<value>[^']{81,})'(?!\w)", RegexOptions.ExplicitCapture)]
    private static partial Regex Quote();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]")]
    private static partial Regex ControlCharacter();
}
