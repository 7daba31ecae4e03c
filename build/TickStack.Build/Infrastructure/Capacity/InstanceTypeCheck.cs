using TickStack.Build.Errors;
using TickStack.Build.Tools.Ec2;

namespace TickStack.Build.Infrastructure.Capacity;

/// <summary>Whether both tasks fit on the instance type of the settings, before there is an instance.</summary>
public sealed class InstanceTypeCheck(IInstanceTypes types)
{
    /// <param name="zone">Of the data volume; null: not known before the first apply.</param>
    /// <exception cref="FailureException">They do not; names types that do.</exception>
    public async Task RequireAsync(string type, string? zone, StackNeeds needs, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(type, zone, needs, cancellationToken);
        if (missing.Count == 0)
        {
            return;
        }

        var candidates = await types.OfClassesAsync(InstanceAdvice.ClassesFor(type), cancellationToken);
        var fitting = InstanceAdvice.Smallest(type, needs, await OfferedAsync(candidates, zone, cancellationToken));
        throw new FailureException(
            $"infrastructure.instanceType {type} does not carry the stack: {string.Join("; ", missing)}",
            fitting.Count == 0 ? "no type of the same and the neighbouring families does" : $"the smallest that do: {string.Join(", ", fitting)}",
            ExitCode.InvalidInput);
    }

    private async Task<IReadOnlyList<string>> MissingAsync(string type, string? zone, StackNeeds needs, CancellationToken cancellationToken) =>
        await types.FindAsync(type, cancellationToken) is not { } found ? ["the region has no such type"]
        : zone is not null && (await types.OfferedAsync(zone, [type], cancellationToken)).Count == 0 ? [.. needs.MissingOf(found), $"{zone}, the data volume's zone, does not offer it"]
        : needs.MissingOf(found);

    private async Task<IEnumerable<InstanceTypeSpec>> OfferedAsync(IReadOnlyList<InstanceTypeSpec> candidates, string? zone, CancellationToken cancellationToken)
    {
        if (zone is null || candidates.Count == 0)
        {
            return candidates;
        }

        var offered = await types.OfferedAsync(zone, ["*"], cancellationToken);
        return candidates.Where(candidate => offered.Contains(candidate.Name));
    }
}
