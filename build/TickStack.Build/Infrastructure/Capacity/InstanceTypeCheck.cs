using TickStack.Build.Errors;
using TickStack.Build.Tools.Ec2;
using TickStack.Build.Tools.Ecs;

namespace TickStack.Build.Infrastructure.Capacity;

/// <summary>Whether both tasks fit on the instance type of the settings, before there is an instance.</summary>
public sealed class InstanceTypeCheck(IInstanceTypes types, IAccountSettings account)
{
    /// <param name="zone">Of the data volume; null: not known before the first apply.</param>
    /// <exception cref="FailureException">They do not; names types that do.</exception>
    public async Task RequireAsync(string type, string? zone, StackNeeds needs, CancellationToken cancellationToken)
    {
        var offered = zone is null ? null : await types.OfferedAsync(zone, cancellationToken);
        var found = await types.FindAsync(type, cancellationToken);
        var trunkable = found is not null && needs.ExceedInterfacesOf(found) && Trunking.IsSupportedBy(found);
        var trunks = trunkable && await account.TrunksAsync(cancellationToken);
        var missing = Missing(found, type, zone, offered, needs, trunks);
        if (missing.Count == 0)
        {
            return;
        }

        var candidates = await types.OfClassesAsync(InstanceAdvice.ClassesFor(type), cancellationToken);
        var fitting = InstanceAdvice.Smallest(type, needs, trunks, candidates.Where(candidate => offered?.Contains(candidate.Name) != false));
        throw new FailureException(
            $"infrastructure.instanceType {type} does not carry the stack: {string.Join("; ", missing)}",
            Remedy(fitting, trunkable && Missing(found, type, zone, offered, needs, trunks: true).Count == 0),
            ExitCode.InvalidInput);
    }

    private static IReadOnlyList<string> Missing(InstanceTypeSpec? found, string type, string? zone, IReadOnlySet<string>? offered, StackNeeds needs, bool trunks) =>
        found is null ? ["the region has no such type"]
        : offered?.Contains(type) == false ? [.. needs.MissingOf(found, trunks), $"{zone}, the data volume's zone, does not offer it"]
        : needs.MissingOf(found, trunks);

    private static string Remedy(IReadOnlyList<string> fitting, bool fitsWithTrunk)
    {
        var types = fitting.Count == 0 ? "no type of the same and the neighbouring families does" : $"the smallest that do: {string.Join(", ", fitting)}";
        return fitsWithTrunk ? $"{types}; or turn trunking on: {Trunking.Command}" : types;
    }
}
