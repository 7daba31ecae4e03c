using System.Collections.Concurrent;
using System.Diagnostics;
using Cake.Core.IO;

namespace TickStack.Build.Tools.Processes;

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
