using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tools.Terraform;

/// <summary>Looks into a root's state, and mends what an interrupted apply has left in it.</summary>
public interface IStateCommands
{
    /// <summary>The state as JSON. It may hold values that nobody should see.</summary>
    Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken);

    /// <summary>Takes back the mark that a resource has to be replaced. Destroys nothing: the next plan compares it as any other.</summary>
    Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken);

    /// <summary>Takes what exists into the state.</summary>
    /// <param name="root">Whose configuration has it.</param>
    /// <param name="address">Its place there.</param>
    /// <param name="id">What its type is imported by.</param>
    /// <param name="cancellationToken">The run's token.</param>
    Task ImportAsync(TerraformRoot root, string address, string id, CancellationToken cancellationToken);

    /// <summary>Takes a resource out of the state and leaves it as it is.</summary>
    Task ForgetAsync(TerraformRoot root, string address, CancellationToken cancellationToken);

    /// <summary>Removes the lock with this id. Whoever calls it knows that nobody works under it.</summary>
    Task UnlockAsync(TerraformRoot root, string id, CancellationToken cancellationToken);
}
