using System.Runtime.InteropServices;
using TickStack.Build.Errors;

namespace TickStack.Build.Tools.Processes;

/// <summary>
/// The run's one token. The first Ctrl+C or SIGTERM, or the end of the terminal, cancels it, so that children end and Teardown runs; a
/// second signal ends the process and its children at once.
/// </summary>
public sealed class Cancellation : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly CancellationTokenSource atOnce = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly Lock gate = new();

    public CancellationToken Token => source.Token;

    /// <summary>Cancelled by a second signal, right before the process ends: what runs has no time left.</summary>
    public CancellationToken AtOnce => atOnce.Token;

    /// <summary>What the process ends with when it was cancelled; null when it was not. Set before the first child is told.</summary>
    public ExitCode? ExitCode { get; private set; }

    /// <summary>Ctrl+C at a terminal goes to the whole foreground group, so to each child that has no session of its own.</summary>
    public bool TerminalHasTold => ExitCode == Errors.ExitCode.Interrupted && !Console.IsInputRedirected;

    public void Listen(ChildProcesses children)
    {
        Listen(PosixSignal.SIGINT, context => Cancel(context, children, Errors.ExitCode.Interrupted));
        Listen(PosixSignal.SIGTERM, context => Cancel(context, children, Errors.ExitCode.Terminated));

        // Children in sessions of their own would not hear of these two: the terminal tells its foreground group, which is this process.
        Listen(PosixSignal.SIGHUP, context => HangUp(context, children));
        Listen(PosixSignal.SIGQUIT, _ => EndAtOnce(children));
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
        atOnce.Dispose();
    }

    private void Listen(PosixSignal signal, Action<PosixSignalContext> act) => registrations.Add(PosixSignalRegistration.Create(signal, act));

    private void Cancel(PosixSignalContext context, ChildProcesses children, ExitCode exitCode)
    {
        if (!IsFirst(exitCode))
        {
            EndAtOnce(children);
            return;
        }

        context.Cancel = true;
        Begin(children, exitCode == Errors.ExitCode.Interrupted ? "Interrupted: ending what runs, please wait …" : "Terminated: ending what runs …");
    }

    // A shell and the kernel both tell of the same terminal, so this one may come twice.
    private void HangUp(PosixSignalContext context, ChildProcesses children)
    {
        context.Cancel = true;
        LeaveTerminal();
        if (IsFirst(Errors.ExitCode.HungUp))
        {
            Begin(children, "The terminal was closed: ending what runs …");
        }
    }

    private void Begin(ChildProcesses children, string message)
    {
        Console.Error.WriteLine(message);
        children.End(TerminalHasTold);
        source.Cancel();
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

    private void EndAtOnce(ChildProcesses children)
    {
        children.Kill();
        atOnce.Cancel();
    }
}
