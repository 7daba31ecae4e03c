using System.Text.RegularExpressions;
using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Failures;

namespace TickStack.Build.Terraform;

/// <summary>
/// Removes the lock that a killed terraform leaves behind, and nobody else's. While a terraform works, the lock's id is written down
/// beside its process: when that process is gone and the lock with that very id is still there, it is proven to be nobody's.
/// </summary>
public sealed partial class LockWatch(
    StateLocks locks, IStateCommands state, ArtifactStore artifacts, RootFolders folders, ChildProcesses children, RunningProcesses processes,
    OrphanedProviders providers, IStepReport steps, TimeProvider time)
{
    /// <summary>Runs one terraform command that takes the lock.</summary>
    /// <param name="root">Whose state it locks.</param>
    /// <param name="run">Runs it, and hands over each line that it prints.</param>
    public async Task<T> RunAsync<T>(TerraformRoot root, Func<Action<string>, Task<T>> run)
    {
        var (noted, note) = (0, Task.CompletedTask);
        try
        {
            var result = await run(line =>
            {
                if (HoldsTheLock().IsMatch(line) && Interlocked.Exchange(ref noted, 1) == 0)
                {
                    note = NoteAsync(root, time.GetUtcNow());
                }
            });
            await note;
            artifacts.Delete(Record(root));
            return result;
        }
        catch
        {
            await note;
            await CleanUpAsync(root);
            throw;
        }
    }

    /// <summary>Removes what is left of a terraform that was killed together with the run that had started it.</summary>
    public async Task ClearAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (!artifacts.Holds(Record(root)))
        {
            return;
        }

        var left = artifacts.Read<HeldLock>(Record(root), root.ApplyTarget);
        if (left.Machine != HeldLock.ThisMachine || ProcessIdentity.Parse(left.Process) is not { } process || await processes.IsRunningAsync(process, cancellationToken))
        {
            return;
        }

        await providers.EndAsync(folders.WorkingData(root), cancellationToken);
        if ((await locks.FindAsync(root, cancellationToken))?.Id == left.Id)
        {
            await state.UnlockAsync(root, left.Id, cancellationToken);
            steps.Note($"terraform/{root.Name}: the lock of a terraform that was killed here is removed");
        }

        artifacts.Delete(Record(root));
    }

    // The command failed, was cancelled or was killed: its own words come first, whatever can be cleaned up.
    private async Task CleanUpAsync(TerraformRoot root)
    {
        try
        {
            await providers.EndAsync(folders.WorkingData(root), CancellationToken.None);
            await ClearAsync(root, CancellationToken.None);
        }
        catch (FailureException failure)
        {
            steps.Note($"terraform/{root.Name}: {failure.Message}");
        }
    }

    // A later lock than the line's would be another one's, taken as soon as ours was released.
    private async Task NoteAsync(TerraformRoot root, DateTimeOffset seen)
    {
        try
        {
            if (await locks.FindAsync(root, CancellationToken.None) is { } held && held.Created <= seen
                && children.Find("TF_DATA_DIR", folders.WorkingData(root)) is { } id
                && await processes.FindAsync(id, CancellationToken.None) is { } process)
            {
                artifacts.Write(Record(root), new HeldLock(held.Id, $"{process}", HeldLock.ThisMachine));
            }
        }
        catch (FailureException failure)
        {
            steps.Note($"terraform/{root.Name}: {failure.Message}");
        }
    }

    private static string Record(TerraformRoot root) => $"terraform/{root.Name}/lock.json";

    // What Terraform says of single resources it says only while it holds the lock.
    [GeneratedRegex(@"^\S+: (Refreshing state|Reading|Opening|Creating|Modifying|Destroying|Still )")]
    private static partial Regex HoldsTheLock();
}
