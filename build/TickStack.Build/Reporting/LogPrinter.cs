using System.Globalization;
using Spectre.Console;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Reporting;

/// <summary>Log lines, each prefixed by its container.</summary>
public sealed class LogPrinter(IAnsiConsole console)
{
    private static readonly Color[] Colors = [Color.Teal, Color.Green, Color.Yellow, Color.Fuchsia];

    private readonly List<string> _seen = [];

    public void Print(string container, LogLine line)
    {
        if (!_seen.Contains(container))
        {
            _seen.Add(container);
        }

        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{container,-10} {line.At:HH:mm:ss.fff}Z "), Colors[_seen.IndexOf(container) % Colors.Length]));

        // Not through the console, which would break a long line at the terminal's width.
        console.Profile.Out.Writer.WriteLine(line.Text);
    }
}
