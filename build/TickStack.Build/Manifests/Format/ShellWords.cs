using System.Text;

namespace TickStack.Build.Manifests.Format;

/// <summary>Splits a command line into its words as a POSIX shell does: quotes and backslashes are honoured, and nothing else has a meaning, since no shell
/// runs the command. So "a &amp;&amp; b" is three words.</summary>
public static class ShellWords
{
    /// <summary>Null when a quote is not closed, or the last character is a backslash.</summary>
    public static IReadOnlyList<string>? Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, inWord) = ('\0', false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
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
            else if (c == '\\' && Escapes(quote, line, i))
            {
                if (++i == line.Length)
                {
                    return null;
                }

                Append(line[i]);
            }
            else
            {
                Append(c);
            }
        }

        Finish();
        return quote == '\0' ? words : null;

        void Append(char c)
        {
            word.Append(c);
            inWord = true;
        }

        void Finish()
        {
            if (inWord)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            inWord = false;
        }
    }

    // Within double quotes a backslash is only special before the characters that are.
    private static bool Escapes(char quote, string line, int index) => quote switch
    {
        '\0' => true,
        '"' => index + 1 < line.Length && line[index + 1] is '"' or '\\' or '$' or '`',
        _ => false,
    };
}
