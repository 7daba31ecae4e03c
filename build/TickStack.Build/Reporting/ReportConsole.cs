using Spectre.Console;

namespace TickStack.Build.Reporting;

/// <summary>The console that tables are written to.</summary>
public static class ReportConsole
{
    private const int WidthWithoutTerminal = 160;

    /// <summary>Colours only where there is a terminal and NO_COLOR is unset; in a log file no line is broken at 80 characters.</summary>
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        return console;
    }
}
