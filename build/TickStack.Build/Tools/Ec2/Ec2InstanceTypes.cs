using Amazon.EC2;
using Amazon.EC2.Model;
using TickStack.Build.Tools.Aws;

namespace TickStack.Build.Tools.Ec2;

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

    public Task<IReadOnlySet<string>> OfferedAsync(string zone, CancellationToken cancellationToken) => AwsCall.RunAsync<IReadOnlySet<string>>("asking EC2 for what the zone offers", async () =>
    {
        var names = new HashSet<string>();
        var request = new DescribeInstanceTypeOfferingsRequest { LocationType = LocationType.AvailabilityZone, Filters = [new() { Name = "location", Values = [zone] }] };
        do
        {
            var page = await ec2.DescribeInstanceTypeOfferingsAsync(request, cancellationToken);
            names.UnionWith((page.InstanceTypeOfferings ?? []).Select(offering => offering.InstanceType.Value));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return names;
    });

    private Task<IReadOnlyList<InstanceTypeSpec>> DescribeAsync(List<Filter> filters, CancellationToken cancellationToken) => AwsCall.RunAsync<IReadOnlyList<InstanceTypeSpec>>("asking EC2 for the instance types", async () =>
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
