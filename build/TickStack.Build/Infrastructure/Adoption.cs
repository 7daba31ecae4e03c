using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Infrastructure;

/// <summary>
/// Takes into the state what an apply has made and lost: a kill in the moment of a create request leaves the resource in the account
/// and nothing in the state, and every later apply then stops at its name. Only what carries the stack's own tag is taken.
/// </summary>
public sealed class Adoption(ITerraform terraform, IStateCommands state, StackSettings settings, IStepReport steps)
{
    /// <param name="root">Whose plan was applied.</param>
    /// <param name="addresses">What exists already.</param>
    /// <param name="failure">How the apply ended; thrown again when something of it is not the stack's own.</param>
    /// <param name="cancellationToken">The run's token.</param>
    public async Task AdoptAsync(TerraformRoot root, IReadOnlyList<string> addresses, FailureException failure, CancellationToken cancellationToken)
    {
        var plan = await terraform.ShowPlanJsonAsync(root.Plan, cancellationToken);
        foreach (var address in addresses)
        {
            var id = ImportIds.Of(plan, address, settings)
                ?? throw Refused($"{address} exists already, and what it is imported by is not known from its name.", failure, $"Import it: terraform import '{address}' ID");
            await ImportAsync(root, address, id, failure, cancellationToken);
        }
    }

    private async Task ImportAsync(TerraformRoot root, string address, string id, FailureException failure, CancellationToken cancellationToken)
    {
        await state.ImportAsync(root, address, id, cancellationToken);
        if (!ResourceOwner.Is(await state.PullAsync(root, cancellationToken), address, settings.Name))
        {
            await state.ForgetAsync(root, address, cancellationToken);
            throw Refused($"{address} cannot be made: there is a '{id}' without the tag Project = {settings.Name}.", failure, "Delete it if nobody needs it, or choose another name for the stack.");
        }

        steps.Note($"{address}: '{id}' was made by an apply that was cut short: it is taken into the state");
    }

    private static FailureException Refused(string message, FailureException failure, string remedy) =>
        new([.. failure.Problems, new Problem(message, remedy)], failure.ExitCode, failure);
}
