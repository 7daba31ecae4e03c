namespace TickStack.EcsCli.Format;

/// <summary>Splits a command line into its words as a POSIX shell does: quotes and backslashes are honoured, and nothing else has a meaning,
/// since no shell runs the command. So "a &amp;&amp; b" is three words.</summary>
public sealed class ShellWords
{
    private readonly List<string> words = [];
    private readonly StringBuilder word = new();
    private bool inWord;

    // '\0' outside of quotes.
    private char quote;

    private ShellWords()
    {
    }

    /// <summary>Null when a quote is not closed, or the last character is a backslash.</summary>
    public static IReadOnlyList<string>? Split(string line)
    {
        var splitter = new ShellWords();
        for (var i = 0; i < line.Length; i++)
        {
            if (!splitter.Escapes(line, i))
            {
                splitter.Take(line[i]);
            }
            else if (++i < line.Length)
            {
                splitter.Append(line[i]);
            }
            else
            {
                return null;
            }
        }

        splitter.Finish();
        return splitter.quote == '\0' ? splitter.words : null;
    }

    // Within double quotes a backslash is only special before the characters that are, within single quotes never.
    private bool Escapes(string line, int index) => line[index] == '\\' && quote switch
    {
        '\0' => true,
        '"' => index + 1 < line.Length && line[index + 1] is '"' or '\\' or '$' or '`',
        _ => false,
    };

    private void Take(char c)
    {
        if (quote == '\0' && char.IsWhiteSpace(c))
        {
            Finish();
        }
        else if (quote == '\0' && c is '"' or '\'')
        {
            (quote, inWord) = (c, true);
        }
        else if (c == quote)
        {
            quote = '\0';
        }
        else
        {
            Append(c);
        }
    }

    private void Append(char c)
    {
        word.Append(c);
        inWord = true;
    }

    private void Finish()
    {
        if (inWord)
        {
            words.Add(word.ToString());
        }

        word.Clear();
        inWord = false;
    }
}
