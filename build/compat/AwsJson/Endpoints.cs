using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Json;

/// <summary>Region, partition and variant → URL, by AWS's endpoint rules. A configured URL wins.</summary>
internal sealed class EndpointRules(JsonService service) : IEndpointProvider
{
    public const string Region = "Region";
    public const string Url = "Endpoint";
    public const string UseFips = "UseFIPS";
    public const string UseDualStack = "UseDualStack";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var variant = new EndpointVariant(parameters[UseFips] is true, parameters[UseDualStack] is true);
        return new Endpoint(parameters[Url] is string { Length: > 0 } url ? Custom(url, variant) : Regional(parameters[Region] as string, variant));
    }

    private static string Custom(string url, EndpointVariant variant) => variant == default
        ? url
        : throw new AmazonClientException("Invalid Configuration: FIPS or Dualstack and custom endpoint are not supported");

    private string Regional(string? region, EndpointVariant variant)
    {
        if (string.IsNullOrEmpty(region))
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var partition = Fn.Partition(region);
        if ((variant.Fips && !partition.supportsFIPS) || (variant.DualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException("FIPS or DualStack is enabled but this partition does not support it");
        }

        return $"https://{service.HostPrefix(partition, variant)}.{region}.{service.DnsSuffix(partition, variant)}";
    }
}

/// <param name="Fips">Cryptography validated by FIPS 140.</param>
/// <param name="DualStack">IPv4 and IPv6.</param>
internal readonly record struct EndpointVariant(bool Fips, bool DualStack);
