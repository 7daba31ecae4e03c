using System.Text;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace TickStack.Build.Tools.Processes;

/// <summary>Shows what one tool prints while it runs and keeps the end of it for the error message.</summary>
public sealed class Recording(string tool, IProcessOutput output)
{
    private Action<string> told = _ => { };

    public Transcript Transcript { get; } = new();

    /// <summary>Records both outputs.</summary>
    public T Both<T>(T settings)
        where T : ToolSettings => With(settings, process =>
        {
            StandardError(process);
            process.RedirectStandardOutput = true;
            process.RedirectedStandardOutputHandler = Take;
        });

    /// <summary>Records standard error alone: standard output is the tool's result, and may hold what nobody should see.</summary>
    public T ErrorsOnly<T>(T settings)
        where T : ToolSettings => With(settings, StandardError);

    /// <summary>Shows both outputs and keeps standard error alone: what is on standard output is long, and says nothing of a failure.</summary>
    public T ErrorsKept<T>(T settings)
        where T : ToolSettings => With(settings, process =>
        {
            StandardError(process);
            process.RedirectStandardOutput = true;
            process.RedirectedStandardOutputHandler = Show;
        });

    /// <summary>Hands each line that is shown to somebody else as well.</summary>
    public Recording Telling(Action<string> line)
    {
        told = line;
        return this;
    }

    /// <summary>Puts standard output into a text and shows none of it.</summary>
    public T Captured<T>(T settings, StringBuilder text)
        where T : ToolSettings => With(settings, process =>
        {
            StandardError(process);
            process.RedirectStandardOutput = true;
            process.RedirectedStandardOutputHandler = line =>
            {
                text.AppendLine(line);
                return line;
            };
        });

    private static T With<T>(T settings, Action<ProcessSettings> setup)
        where T : ToolSettings
    {
        settings.SetupProcessSettings = setup;
        return settings;
    }

    private void StandardError(ProcessSettings process)
    {
        process.RedirectStandardError = true;
        process.RedirectedStandardErrorHandler = Take;
    }

    private string Take(string line)
    {
        if (line is not null)
        {
            Transcript.Add(line);
            Show(line);
        }

        return line!;
    }

    private string Show(string line)
    {
        output.Line(tool, line);
        told(line);
        return null!;
    }
}
