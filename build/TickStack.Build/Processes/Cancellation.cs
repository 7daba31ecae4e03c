using System.Runtime.InteropServices;

namespace TickStack.Build.Processes;

/// <summary>The run's one token. The first Ctrl+C or SIGTERM, or the end of the terminal, cancels it, so that children end and Teardown runs; a second signal
/// ends the process and its children at once.</summary>
public sealed class Cancellation : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly Lock gate = new();

    public CancellationToken Token => source.Token;

    /// <summary>What the process ends with when it was cancelled; null when it was not. Set before the first child is told.</summary>
    public ExitCode? ExitCode { get; private set; }

    /// <summary>Ctrl+C at a terminal goes to the whole foreground group, so to each child that has no session of its own.</summary>
    public bool TerminalHasTold => ExitCode == Failures.ExitCode.Interrupted && !Console.IsInputRedirected;

    public void Listen(ChildProcesses children)
    {
        Listen(PosixSignal.SIGINT, context => Cancel(context, children, Failures.ExitCode.Interrupted));
        Listen(PosixSignal.SIGTERM, context => Cancel(context, children, Failures.ExitCode.Terminated));

        // Children in sessions of their own would not hear of these two: the terminal tells its foreground group, which is this process.
        Listen(PosixSignal.SIGHUP, context => HangUp(context, children));
        Listen(PosixSignal.SIGQUIT, _ => children.Kill());
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Listen(PosixSignal signal, Action<PosixSignalContext> act) => registrations.Add(PosixSignalRegistration.Create(signal, act));

    private void Cancel(PosixSignalContext context, ChildProcesses children, ExitCode exitCode)
    {
        if (!IsFirst(exitCode))
        {
            children.Kill();
            return;
        }

        context.Cancel = true;
        Begin(children, exitCode == Failures.ExitCode.Interrupted ? "Interrupted: ending what runs, please wait …" : "Terminated: ending what runs …");
    }

    // A shell and the kernel both tell of the same terminal, so this one may come twice.
    private void HangUp(PosixSignalContext context, ChildProcesses children)
    {
        context.Cancel = true;
        LeaveTerminal();
        if (IsFirst(Failures.ExitCode.HungUp))
        {
            Begin(children, "The terminal was closed: ending what runs …");
        }
    }

    private void Begin(ChildProcesses children, string message)
    {
        Console.Error.WriteLine(message);
        children.TerminalHasTold = TerminalHasTold;

        // First, so that whoever sees a child end knows why. What is registered with the token runs on another thread.
        _ = source.CancelAsync();
        children.End();
    }

    // Signals are handled beside each other. Nothing else is done under the lock: what is cancelled may go on in this very thread.
    private bool IsFirst(ExitCode exitCode)
    {
        lock (gate)
        {
            var isFirst = ExitCode is null;
            ExitCode ??= exitCode;
            return isFirst;
        }
    }

    // Writing to a terminal that is gone fails, and the run still has to end its children in order.
    private static void LeaveTerminal()
    {
        if (!Console.IsOutputRedirected)
        {
            Console.SetOut(TextWriter.Null);
        }

        if (!Console.IsErrorRedirected)
        {
            Console.SetError(TextWriter.Null);
        }
    }
}

/// <summary>The signals that .NET cannot send: SIGINT, which Terraform and Docker end cleanly on, and those of a whole group.</summary>
internal static partial class Signal
{
    public const int Sigint = 2;

    private const int Sigkill = 9;

    // A process that is already gone is as good as one that was told to go.
    public static void Interrupt(int processId) => _ = Kill(processId, Sigint);

    /// <summary>What a terminal does on Ctrl+C: each process of the group gets it, once. A shell ends only together with what it waits for.</summary>
    /// <param name="leader">Process id of the group's leader.</param>
    /// <returns>False when there is no such group (yet, or any more).</returns>
    public static bool InterruptGroup(int leader) => Kill(-leader, Sigint) == 0;

    /// <inheritdoc cref="InterruptGroup"/>
    public static void KillGroup(int leader) => _ = Kill(-leader, Sigkill);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
