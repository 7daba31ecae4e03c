using TickStack.Build.Reporting;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Infrastructure;

/// <summary>
/// What an apply that did not end has made is tainted: Terraform would replace it, which prevent_destroy forbids for the key and
/// the volume, and which a name that is taken forbids for others. It is there, so it is kept, and compared as any other.
/// </summary>
public sealed class TaintedResources(IStateCommands state, IStepReport steps)
{
    /// <returns>How many there were.</returns>
    public async Task<int> KeepAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var tainted = TaintedInstances.In(await state.PullAsync(root, cancellationToken));
        foreach (var address in tainted)
        {
            steps.Note($"{address} was being made when an apply was cut short: it is kept");
            await state.UntaintAsync(root, address, cancellationToken);
        }

        return tainted.Count;
    }
}
