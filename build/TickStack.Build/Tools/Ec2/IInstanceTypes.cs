namespace TickStack.Build.Tools.Ec2;

/// <summary>The instance types of the region.</summary>
public interface IInstanceTypes
{
    /// <returns>Null when the region has no such type.</returns>
    Task<InstanceTypeSpec?> FindAsync(string name, CancellationToken cancellationToken);

    /// <param name="classes">First letters of families: "r" for r5, r6i, r7g, …</param>
    Task<IReadOnlyList<InstanceTypeSpec>> OfClassesAsync(IEnumerable<string> classes, CancellationToken cancellationToken);

    /// <returns>Names of all types that the zone offers.</returns>
    Task<IReadOnlySet<string>> OfferedAsync(string zone, CancellationToken cancellationToken);
}
