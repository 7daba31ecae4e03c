using System.Text.Json;
using TickStack.Build.Reporting;

namespace TickStack.Build.Terraform;

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

/// <summary>
/// Finds what an interrupted apply has left tainted in the state. Terraform would replace it, and where prevent_destroy forbids
/// that, every later plan fails: a key or a volume that was made, but whose creation was not awaited to its end.
/// </summary>
public static class TaintedInstances
{
    /// <param name="state">What "terraform state pull" prints.</param>
    /// <returns>Addresses as Terraform's commands take them: aws_kms_key.this, aws_ecr_repository.component["telegraf"].</returns>
    public static IReadOnlyList<string> In(string state)
    {
        if (string.IsNullOrWhiteSpace(state))
        {
            return [];
        }

        using var document = JsonDocument.Parse(state);
        return document.RootElement.TryGetProperty("resources", out var resources)
            ? [.. resources.EnumerateArray().SelectMany(Addresses)]
            : [];
    }

    private static IEnumerable<string> Addresses(JsonElement resource) => resource.GetProperty("instances").EnumerateArray()
        .Where(instance => instance.TryGetProperty("status", out var status) && status.GetString() == "tainted")
        .Select(instance => StateAddress.Of(resource, instance));
}
