using TickStack.Build.Reporting;

namespace TickStack.Build.Terraform;

/// <summary>What an apply that did not end has made is tainted: Terraform would replace it, which prevent_destroy forbids for the key and the volume, and which
/// a name that is taken forbids for others. It is there, so it is kept, and compared as any other.</summary>
public sealed class TaintedResources(IStateCommands state, IStepReport steps)
{
    /// <returns>How many there were.</returns>
    public async Task<int> KeepAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var tainted = StateJson.Read(root, await state.PullAsync(root, cancellationToken)).Resources.Where(resource => resource.IsTainted).ToList();
        foreach (var resource in tainted)
        {
            steps.Note($"{resource.Address} was being made when an apply was cut short: it is kept");
            await state.UntaintAsync(root, resource.Address, cancellationToken);
        }

        return tainted.Count;
    }
}
