using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Terraform;

/// <summary>Runs what takes the lock on a root's state, and removes the lock that a killed terraform leaves behind, and nobody else's. What proves it is
/// written down while a terraform works, see <see cref="LockingTerraform"/>.</summary>
public sealed partial class LockWatch(
    StateLocks locks, LockedState locked, ArtifactStore artifacts, RootFolders folders, ChildProcesses children, RunningProcesses processes,
    TerraformProcesses terraforms, IStepReport steps, TimeProvider time)
{
    /// <summary>Runs one terraform command that takes the lock.</summary>
    /// <param name="root">Whose state it locks.</param>
    /// <param name="doing">Names the command in messages: "terraform apply of terraform/cluster".</param>
    /// <param name="run">Runs it, and hands over each line that it prints.</param>
    public async Task<T> RunAsync<T>(TerraformRoot root, string doing, Func<Action<string>, Task<T>> run)
    {
        var beginning = LockingTerraform.BeginningNow(await processes.CurrentAsync(CancellationToken.None), time);
        var watched = new WatchedTerraform(TerraformRecord.Of(artifacts, root, beginning), folders.WorkingData(root), processes);
        try
        {
            var result = await WatchAsync(watched, () => run(line => Look(root, watched, line)));
            watched.Record.Delete();
            return result;
        }
        catch (Exception exception)
        {
            await CleanUpAsync(root, watched, exception);
            if (exception is FailureException failure)
            {
                throw locked.Explain(root, doing, failure);
            }

            throw;
        }
    }

    /// <summary>Removes what is left of terraforms that were killed together with the runs that had started them.</summary>
    public async Task ClearAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        foreach (var left in TerraformRecord.All(artifacts, root))
        {
            if (await IsGoneAsync(left.Terraform, cancellationToken))
            {
                await TryClearAsync(root, left, cancellationToken);
            }
        }
    }

    // No longer than it runs: what cleans up after it is a terraform as well.
    private async Task<T> WatchAsync<T>(WatchedTerraform watched, Func<Task<T>> run)
    {
        children.Started += watched.Started;
        try
        {
            return await run();
        }
        finally
        {
            children.Started -= watched.Started;
            await watched.NotedAsync();
        }
    }

    // It stops nobody: another run may have removed the lock in between, and where it is still there, Terraform says so.
    private async Task TryClearAsync(TerraformRoot root, TerraformRecord left, CancellationToken cancellationToken)
    {
        try
        {
            await ClearAsync(root, left, cancellationToken);
        }
        catch (FailureException failure)
        {
            steps.Note($"terraform/{root.Name}: {failure.Message}");
        }
    }

    private async Task ClearAsync(TerraformRoot root, TerraformRecord left, CancellationToken cancellationToken)
    {
        await terraforms.EndOrphanedProvidersAsync(folders.WorkingData(root), cancellationToken);
        if (await locks.FindAsync(root, cancellationToken) is { } held && left.Terraform.HasLeft(held))
        {
            if (left.Terraform.LockId is null && terraforms.OthersMayHold(held))
            {
                // The next run may know better.
                return;
            }

            await locks.RemoveAsync(root, held.Id, cancellationToken);
            steps.Note($"terraform/{root.Name}: the lock of a terraform that was killed here is removed");
        }

        left.Delete();
    }

    private async Task<bool> IsGoneAsync(LockingTerraform left, CancellationToken cancellationToken) =>
        left.Machine == LockingTerraform.ThisMachine && ProcessIdentity.Parse(left.Process) is { } process
        && (left.Boot != LockingTerraform.ThisBoot || !await processes.IsRunningAsync(process, cancellationToken));

    // The command failed, was cancelled or was killed: its own message comes first, also when something can be cleaned up.
    private async Task CleanUpAsync(TerraformRoot root, WatchedTerraform watched, Exception exception)
    {
        if (!watched.HasStarted || StateLock.In(exception.Message) is not null)
        {
            // It has never held the lock.
            watched.Record.Delete();
            return;
        }

        if (watched.IsRunning)
        {
            return;
        }

        watched.Record.Write(terraform => terraform with { Ended = time.GetUtcNow() });
        await TryClearAsync(root, watched.Record, CancellationToken.None);
    }

    private void Look(TerraformRoot root, WatchedTerraform watched, string line)
    {
        if (HoldsTheLock().IsMatch(line))
        {
            watched.NoteLockOnce(() => LockIdAsync(root, time.GetUtcNow()));
        }
    }

    // A later lock than the line's would be another one's, taken as soon as ours was released.
    private async Task<string?> LockIdAsync(TerraformRoot root, DateTimeOffset seen)
    {
        try
        {
            return await locks.FindAsync(root, CancellationToken.None) is { } held && held.Created <= seen ? held.Id : null;
        }
        catch (FailureException failure)
        {
            steps.Note($"terraform/{root.Name}: {failure.Message}");
            return null;
        }
    }

    // What Terraform says of single resources it says only while it holds the lock.
    [GeneratedRegex(@"^\S+: (Refreshing state|Reading|Opening|Creating|Modifying|Destroying|Importing|Still )")]
    private static partial Regex HoldsTheLock();
}

/// <summary>Takes notes on one terraform while it works.</summary>
/// <param name="record">Where they go.</param>
/// <param name="workingData">TF_DATA_DIR, by which it is told from the run's other children.</param>
/// <param name="processes">Know when a process began.</param>
internal sealed class WatchedTerraform(TerraformRecord record, string workingData, RunningProcesses processes)
{
    private Task process = Task.CompletedTask;
    private Task held = Task.CompletedTask;
    private bool isHeld;
    private RunningChild? child;

    public TerraformRecord Record => record;

    public bool HasStarted => child is not null;

    public bool IsRunning => child is { HasExited: false };

    public void Started(RunningChild started)
    {
        if (started.Variable("TF_DATA_DIR") == workingData)
        {
            child = started;
            process = NoteProcessAsync(started.Id);
        }
    }

    public void NoteLockOnce(Func<Task<string?>> findAsync)
    {
        if (!Interlocked.Exchange(ref isHeld, true))
        {
            held = NoteLockAsync(findAsync);
        }
    }

    public Task NotedAsync() => Task.WhenAll(process, held);

    private async Task NoteProcessAsync(int id)
    {
        if (await processes.FindAsync(id, CancellationToken.None) is { } found)
        {
            record.Write(terraform => terraform with { Process = $"{found}" });
        }
    }

    private async Task NoteLockAsync(Func<Task<string?>> findAsync)
    {
        if (await findAsync() is { } id)
        {
            record.Write(terraform => terraform with { LockId = id });
        }
    }
}
