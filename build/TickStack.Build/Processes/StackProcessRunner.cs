using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Cake.Core.IO;

namespace TickStack.Build.Processes;

/// <summary>Runs what Cake's tools start. Unlike the engine's own runner it drains both outputs without spinning, keeps the last lines for error messages, and
/// leaves no child behind when the run is cancelled. It sets no time: how long a build, a push or an apply takes is the network's affair and AWS's; each says
/// what it does, and a signal ends it.</summary>
public sealed class StackProcessRunner(ICakeEnvironment environment, ChildProcesses children, IProcessOutput output, Cancellation cancellation) : IProcessRunner
{
    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        var (standardOutput, standardError) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        void Show(string line) => output.Line(filePath.GetFilenameWithoutExtension().ToString(), line);
        try
        {
            var child = children.Start(
                StartInfo(filePath, settings),
                settings.RedirectStandardOutput ? Kept(standardOutput, settings.RedirectedStandardOutputHandler) : Show,
                settings.RedirectStandardError ? Kept(standardError, settings.RedirectedStandardErrorHandler) : Show,
                cancellation.Token);
            return new ToolProcess(child, standardOutput, standardError);
        }
        catch (Win32Exception exception)
        {
            throw new FailureException($"{filePath} cannot be started: {exception.Message}", "Install it, or put it on PATH.", ExitCode.Unavailable, exception);
        }
    }

    private ProcessStartInfo StartInfo(FilePath filePath, ProcessSettings settings)
    {
        var start = new ProcessStartInfo(filePath.FullPath, settings.Arguments?.Render() ?? string.Empty)
        {
            WorkingDirectory = (settings.WorkingDirectory ?? environment.WorkingDirectory).MakeAbsolute(environment).FullPath,
        };
        foreach (var (name, value) in settings.EnvironmentVariables ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static Action<string> Kept(ConcurrentQueue<string> lines, Func<string, string>? filter) => line =>
    {
        if ((filter is null ? line : filter(line)) is { } text)
        {
            lines.Enqueue(text);
        }
    };
}

/// <summary>A started process as Cake's tools see it.</summary>
internal sealed class ToolProcess(RunningChild child, ConcurrentQueue<string> standardOutput, ConcurrentQueue<string> standardError) : IProcess
{
    public void WaitForExit() => GetExitCode();

    public bool WaitForExit(int milliseconds)
    {
        if (child.Ended.Wait(milliseconds))
        {
            return true;
        }

        Kill();
        return false;
    }

    public int GetExitCode() => child.Ended.GetAwaiter().GetResult();

    public IEnumerable<string> GetStandardError() => Finished(standardError);

    public IEnumerable<string> GetStandardOutput() => Finished(standardOutput);

    public void Kill() => child.Kill();

    // What a child holds, it lets go at its end.
    public void Dispose()
    {
    }

    private ConcurrentQueue<string> Finished(ConcurrentQueue<string> lines)
    {
        WaitForExit();
        return lines;
    }
}
