using System.Collections.Concurrent;
using System.Diagnostics;
using Cake.Core;
using Cake.Core.IO;
using TickStack.Failures;

namespace TickStack.Build.Processes;

/// <summary>
/// Runs what Cake's tools start. Unlike the engine's own runner it drains both outputs without spinning, keeps the last
/// lines for error messages, and leaves no child behind when the run is cancelled.
/// </summary>
public sealed class StackProcessRunner(ICakeEnvironment environment, ChildProcesses children, IProcessOutput output, Cancellation cancellation) : IProcessRunner
{
    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        cancellation.Token.ThrowIfCancellationRequested();
        var start = OwnSession.Of(filePath.FullPath);
        var process = new Process { StartInfo = StartInfo(start, settings) };
        var child = new ChildProcess(process, settings, line => output.Line(filePath.GetFilenameWithoutExtension().ToString(), line));
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new FailureException($"{filePath} cannot be started: {exception.Message}", "Install it, or put it on PATH.", ExitCode.Unavailable, exception);
        }

        children.Add(process, start.InOwnSession);
        child.Drain(ended: () => children.Remove(process));
        if (cancellation.ExitCode is not null)
        {
            // The signal came in between, and may have missed this one.
            children.End(cancellation.TerminalHasTold);
        }

        return child;
    }

    private ProcessStartInfo StartInfo(ProgramStart program, ProcessSettings settings)
    {
        var start = new ProcessStartInfo(program.File, Arguments(program, settings))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Nothing here may ask: a tool that reads finds the end of its input.
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = (settings.WorkingDirectory ?? environment.WorkingDirectory).MakeAbsolute(environment).FullPath,
        };
        foreach (var (name, value) in settings.EnvironmentVariables ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Arguments(ProgramStart program, ProcessSettings settings) =>
        string.Join(' ', [.. program.Leading.Select(word => word.Quote()), settings.Arguments?.Render() ?? string.Empty]);
}

/// <summary>A started process as Cake's tools see it.</summary>
internal sealed class ChildProcess(Process process, ProcessSettings settings, Action<string> show) : IProcess
{
    private readonly ConcurrentQueue<string> standardOutput = new();
    private readonly ConcurrentQueue<string> standardError = new();

    public void Drain(Action ended)
    {
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ended();
        process.OutputDataReceived += (_, line) => Take(line.Data, settings.RedirectStandardOutput, settings.RedirectedStandardOutputHandler, standardOutput);
        process.ErrorDataReceived += (_, line) => Take(line.Data, settings.RedirectStandardError, settings.RedirectedStandardErrorHandler, standardError);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public void WaitForExit() => process.WaitForExit();

    public bool WaitForExit(int milliseconds)
    {
        if (process.WaitForExit(milliseconds))
        {
            // The overload with a limit does not wait for the last lines.
            process.WaitForExit();
            return true;
        }

        Kill();
        return false;
    }

    public int GetExitCode() => process.ExitCode;

    public IEnumerable<string> GetStandardError() => Finished(standardError);

    public IEnumerable<string> GetStandardOutput() => Finished(standardOutput);

    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose() => process.Dispose();

    private ConcurrentQueue<string> Finished(ConcurrentQueue<string> lines)
    {
        process.WaitForExit();
        return lines;
    }

    private void Take(string? line, bool redirected, Func<string, string>? filter, ConcurrentQueue<string> kept)
    {
        if (line is null)
        {
            return;
        }

        if (!redirected)
        {
            show(line);
            return;
        }

        if ((filter is null ? line : filter(line)) is { } text)
        {
            kept.Enqueue(text);
        }
    }
}
