using System.Text;

namespace TickStack.EcsCli.Format;

/// <summary>Splits a command line into its words as a POSIX shell does: quotes and backslashes are honoured, and nothing else has a meaning,
/// since no shell runs the command. So "a &amp;&amp; b" is three words.</summary>
public sealed class ShellWords
{
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private bool _inWord;

    // '\0' outside of quotes.
    private char _quote;

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
        return splitter._quote == '\0' ? splitter._words : null;
    }

    // Within double quotes a backslash is only special before the characters that are, within single quotes never.
    private bool Escapes(string line, int index) => line[index] == '\\' && _quote switch
    {
        '\0' => true,
        '"' => index + 1 < line.Length && line[index + 1] is '"' or '\\' or '$' or '`',
        _ => false,
    };

    private void Take(char c)
    {
        if (_quote == '\0' && char.IsWhiteSpace(c))
        {
            Finish();
        }
        else if (_quote == '\0' && c is '"' or '\'')
        {
            (_quote, _inWord) = (c, true);
        }
        else if (c == _quote)
        {
            _quote = '\0';
        }
        else
        {
            Append(c);
        }
    }

    private void Append(char c)
    {
        _word.Append(c);
        _inWord = true;
    }

    private void Finish()
    {
        if (_inWord)
        {
            _words.Add(_word.ToString());
        }

        _word.Clear();
        _inWord = false;
    }
}
