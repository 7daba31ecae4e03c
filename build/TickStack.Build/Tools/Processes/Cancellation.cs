using System.Runtime.InteropServices;
using TickStack.Build.Errors;

namespace TickStack.Build.Tools.Processes;

/// <summary>
/// The run's one token. The first Ctrl+C or SIGTERM cancels it, so that children end and Teardown runs; a second one ends the
/// process at once.
/// </summary>
public sealed class Cancellation : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public CancellationToken Token => source.Token;

    /// <summary>What the process ends with when it was cancelled; null when it was not.</summary>
    public ExitCode? ExitCode { get; private set; }

    public void Listen(ChildProcesses children)
    {
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, children, Errors.ExitCode.Interrupted)));
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, children, Errors.ExitCode.Terminated)));
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Cancel(PosixSignalContext context, ChildProcesses children, ExitCode exitCode)
    {
        if (ExitCode is not null)
        {
            return;
        }

        context.Cancel = true;
        ExitCode = exitCode;
        Console.Error.WriteLine(exitCode == Errors.ExitCode.Interrupted ? "Interrupted: ending what runs, please wait …" : "Terminated: ending what runs …");

        // Ctrl+C at a terminal goes to the whole foreground group; everything else reaches this process alone.
        children.End(alreadySignalled: exitCode == Errors.ExitCode.Interrupted && !Console.IsInputRedirected);
        source.Cancel();
    }
}
