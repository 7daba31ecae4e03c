using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TickStack.Build.Tools.Processes;

/// <summary>The one signal that .NET cannot send: SIGINT, which Terraform and Docker end cleanly on.</summary>
internal static partial class Signal
{
    public const int Sigint = 2;

    private const int Sigkill = 9;

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

    /// <summary>What a terminal does on Ctrl+C: each process of the group gets it, once. A shell ends only together with what it waits for.</summary>
    /// <param name="leader">Process id of the group's leader.</param>
    public static void InterruptGroup(int leader) => _ = Kill(-leader, Sigint);

    /// <inheritdoc cref="InterruptGroup"/>
    public static void KillGroup(int leader) => _ = Kill(-leader, Sigkill);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
