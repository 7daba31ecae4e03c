using Spectre.Console;

namespace TickStack.Build.Reporting;

/// <summary>A unified diff in colours, where there are any.</summary>
public sealed class DiffPrinter(IAnsiConsole console)
{
    public void Print(string diff)
    {
        foreach (var line in diff.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            console.Write(new Text(line + "\n", StyleOf(line)));
        }
    }

    private static Style StyleOf(string line) => line switch
    {
        ['+', '+', '+', ..] or ['-', '-', '-', ..] => new Style(decoration: Decoration.Bold),
        ['+', ..] => new Style(Color.Green),
        ['-', ..] => new Style(Color.Red),
        ['@', '@', ..] => new Style(Color.Teal),
        _ => Style.Plain,
    };
}
