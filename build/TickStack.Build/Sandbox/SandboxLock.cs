using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>Only one host at a time changes what the lock stands for. The kernel lets go of it when its holder ends, however it ends.</summary>
/// <param name="path">The lock file; beside it PATH.holder says who holds it.</param>
/// <param name="processes">Tells whether that holder still runs.</param>
public sealed class SandboxLock(string path, RunningProcesses processes, IStepReport report, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // What flock(2) says of a lock that another process has, on Linux and on macOS, and Windows of a file in use; a disk that is read-only says something else.
    private static readonly int[] WouldBlock = [11, 35, unchecked((int)0x80070020)];

    private string HolderFile => $"{path}.holder";

    /// <summary>Waits for another holder; disposing lets go.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var taken = TryTake();
        if (taken is null)
        {
            var holder = await HolderAsync(cancellationToken);
            taken = await report.RunAsync(time, $"Waiting for {holder}, which holds {path}", () => WaitAsync(holder, cancellationToken));
        }

        StagedFile.Write(HolderFile, (await processes.CurrentAsync(cancellationToken)).ToString());
        return taken;
    }

    private async Task<FileStream> WaitAsync(string holder, CancellationToken cancellationToken)
    {
        FileStream? taken = null;
        await Poll.UntilAsync(
            time,
            Interval,
            Patience,
            () => Task.FromResult((taken = TryTake()) is not null),
            () => new FailureException(
                $"{holder} has held {path} for {Patience.TotalMinutes} minutes", "let it finish, or end it, and run this again", ExitCode.Unavailable),
            cancellationToken);
        return taken!;
    }

    private async Task<string> HolderAsync(CancellationToken cancellationToken)
    {
        var holder = File.Exists(HolderFile) ? ProcessIdentity.Parse(await File.ReadAllTextAsync(HolderFile, cancellationToken)) : null;
        return holder is not null && await processes.IsRunningAsync(holder, cancellationToken) ? $"process {holder.Pid}" : "another run";
    }

    // FileShare.None is an exclusive flock on Unix.
    private FileStream? TryTake()
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (WouldBlock.Contains(exception.HResult))
        {
            return null;
        }
    }
}
