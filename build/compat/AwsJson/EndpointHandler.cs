using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Json;

/// <summary>The step of the pipeline that gives a request its address.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate) => new()
    {
        [EndpointRules.Region] = alternate?.SystemName ?? RegionOf(config),
        [EndpointRules.Url] = config.ServiceURL,
        [EndpointRules.UseFips] = config.UseFIPSEndpoint,
        [EndpointRules.UseDualStack] = config.UseDualstackEndpoint,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    private static string? RegionOf(IClientConfig config) => config switch
    {
        { RegionEndpoint: { } region } => region.SystemName,
        { AuthenticationRegion: { Length: > 0 } region } => region,
        { ServiceURL: { Length: > 0 } url } => AWSSDKUtils.DetermineRegion(url),
        _ => null,
    };
}
