using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tools.Terraform;

/// <summary>Looks into a root's state, and mends what an interrupted apply has left in it.</summary>
public interface IStateCommands
{
    /// <summary>The state as JSON. It may hold values that nobody should see.</summary>
    Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken);

    /// <summary>Takes back the mark that a resource has to be replaced. Destroys nothing: the next plan compares it as any other.</summary>
    Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken);
}
