using Amazon.EC2;
using Amazon.EC2.Model;

namespace TickStack.Build.Aws;

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

/// <summary>What EC2 says of an instance type.</summary>
/// <param name="Name">"r5.large".</param>
/// <param name="Cpus">Virtual CPUs.</param>
/// <param name="Memory">MiB.</param>
/// <param name="Interfaces">Network interfaces, the instance's own included.</param>
/// <param name="Architectures">"x86_64", "arm64".</param>
/// <param name="Nitro">Whether its hypervisor is Nitro; Xen is older, and bare metal has none.</param>
public sealed record InstanceTypeSpec(string Name, int Cpus, int Memory, int Interfaces, IReadOnlyList<string> Architectures, bool Nitro)
{
    /// <summary>"r5".</summary>
    public string Family => Name.Split('.')[0];
}

/// <summary>EC2.</summary>
public sealed class Ec2InstanceTypes(IAmazonEC2 ec2) : IInstanceTypes
{
    public async Task<InstanceTypeSpec?> FindAsync(string name, CancellationToken cancellationToken) =>
        await DescribeAsync([new() { Name = "instance-type", Values = [name] }], cancellationToken) is [var found, ..] ? found : null;

    public Task<IReadOnlyList<InstanceTypeSpec>> OfClassesAsync(IEnumerable<string> classes, CancellationToken cancellationToken) => DescribeAsync(
        [
            new() { Name = "instance-type", Values = [.. classes.SelectMany(letter => Enumerable.Range(1, 9).Select(generation => $"{letter}{generation}*"))] },
            new() { Name = "bare-metal", Values = ["false"] },
        ],
        cancellationToken);

    public Task<IReadOnlySet<string>> OfferedAsync(
        string zone, CancellationToken cancellationToken) => AwsCall.RunAsync<IReadOnlySet<string>>("asking EC2 for what the zone offers", async () =>
    {
        var names = new HashSet<string>();
        Filter here = new() { Name = "location", Values = [zone] };
        var request = new DescribeInstanceTypeOfferingsRequest { LocationType = LocationType.AvailabilityZone, Filters = [here] };
        do
        {
            var page = await ec2.DescribeInstanceTypeOfferingsAsync(request, cancellationToken);
            names.UnionWith((page.InstanceTypeOfferings ?? []).Select(offering => offering.InstanceType.Value));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return names;
    });

    private Task<IReadOnlyList<InstanceTypeSpec>> DescribeAsync(List<Filter> filters, CancellationToken cancellationToken) =>
        AwsCall.RunAsync<IReadOnlyList<InstanceTypeSpec>>("asking EC2 for the instance types", async () =>
        {
            var types = new List<InstanceTypeSpec>();
            var request = new DescribeInstanceTypesRequest { Filters = filters };
            do
            {
                var page = await ec2.DescribeInstanceTypesAsync(request, cancellationToken);
                types.AddRange((page.InstanceTypes ?? []).Select(Spec));
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
            return types;
        });

    private static InstanceTypeSpec Spec(InstanceTypeInfo type) => new(
        type.InstanceType.Value,
        type.VCpuInfo.DefaultVCpus ?? 0,
        (int)(type.MemoryInfo.SizeInMiB ?? 0),
        type.NetworkInfo.MaximumNetworkInterfaces ?? 0,
        type.ProcessorInfo.SupportedArchitectures ?? [],
        type.Hypervisor == InstanceTypeHypervisor.Nitro);
}
