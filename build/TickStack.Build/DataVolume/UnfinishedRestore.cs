using TickStack.Build.Aws;
using TickStack.Build.Settings;
using TickStack.Build.Terraform;

namespace TickStack.Build.DataVolume;

/// <summary>Whether a restore is under way: until it is done, a task could start on the instance that still has the old volume, and write there.</summary>
public sealed class UnfinishedRestore(IDataVolumes volumes, StackSettings settings)
{
    /// <returns>What speaks against starting anything; empty when nothing does.</returns>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(CancellationToken cancellationToken) =>
        [.. (await volumes.FindAsync(StackVolume.Tags(settings), cancellationToken)).Select(ProblemOf).OfType<Problem>()];

    private static Problem? ProblemOf(EbsVolume volume) => RestoreRecord.In(volume.Tags) is { DoneAt: null } unfinished
        ? new Problem(
            $"a restore of {unfinished.SnapshotId} onto {volume.Id} has not ended",
            $"wait for it; if its run was cut short, finish it: --target=Restore --snapshot={unfinished.SnapshotId}")
        : null;
}
