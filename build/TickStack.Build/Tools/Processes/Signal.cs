using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TickStack.Build.Tools.Processes;

/// <summary>The one signal that .NET cannot send: SIGINT, which Terraform and Docker end cleanly on.</summary>
internal static partial class Signal
{
    private const int Sigint = 2;

    /// <summary>On Windows there is no such signal: the process and its children are ended at once.</summary>
    public static void Interrupt(int processId)
    {
        if (!OperatingSystem.IsWindows())
        {
            // A process that is already gone is as good as one that was told to go.
            _ = Kill(processId, Sigint);
            return;
        }

        using var process = Process.GetProcessById(processId);
        process.Kill(entireProcessTree: true);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
