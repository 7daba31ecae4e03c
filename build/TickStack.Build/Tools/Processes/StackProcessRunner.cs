using System.Diagnostics;
using Cake.Core;
using Cake.Core.IO;
using TickStack.Build.Errors;

namespace TickStack.Build.Tools.Processes;

/// <summary>
/// Runs what Cake's tools start. Unlike the engine's own runner it drains both outputs without spinning, keeps the last
/// lines for error messages, and leaves no child behind when the run is cancelled.
/// </summary>
public sealed class StackProcessRunner(ICakeEnvironment environment, ChildProcesses children, IProcessOutput output, Cancellation cancellation) : IProcessRunner
{
    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        cancellation.Token.ThrowIfCancellationRequested();
        var process = new Process { StartInfo = StartInfo(filePath, settings) };
        var child = new ChildProcess(process, settings, line => output.Line(filePath.GetFilenameWithoutExtension().ToString(), line));
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new FailureException($"{filePath} cannot be started: {exception.Message}", "Install it, or put it on PATH.", ExitCode.Unavailable, exception);
        }

        children.Add(process);
        child.Drain(ended: () => children.Remove(process));
        return child;
    }

    private ProcessStartInfo StartInfo(FilePath filePath, ProcessSettings settings)
    {
        var start = new ProcessStartInfo(filePath.FullPath, settings.Arguments?.Render() ?? string.Empty)
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
}
