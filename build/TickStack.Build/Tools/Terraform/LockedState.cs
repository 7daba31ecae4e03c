using TickStack.Build.Errors;
using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tools.Terraform;

/// <summary>Says who holds the lock that a terraform command has run into.</summary>
public sealed class LockedState(RootFolders folders)
{
    /// <param name="root">Whose state it is.</param>
    /// <param name="doing">"terraform apply of terraform/cluster".</param>
    /// <param name="failure">What the command failed with.</param>
    /// <returns>The same failure when it has another cause.</returns>
    public FailureException Explain(TerraformRoot root, string doing, FailureException failure) => StateLock.In(failure.Message) is { } held
        ? new FailureException(
            $"{doing} did not begin: the state is locked by {held.Who}, for {held.Doing} since {held.Created:yyyy-MM-dd HH:mm:ss} UTC (lock {held.Id}).",
            $"Wait until that run has ended, then run the target again. Only if its process is gone: {Unlock(root)} {held.Id}",
            ExitCode.Failed,
            failure)
        : failure;

    private string Unlock(TerraformRoot root) => $"TF_DATA_DIR={folders.WorkingData(root)} terraform -chdir={folders.Configuration(root)} force-unlock";
}
