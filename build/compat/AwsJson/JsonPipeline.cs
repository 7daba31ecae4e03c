using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Util;

namespace Amazon.Json;

internal static class JsonPipeline
{
    /// <summary>Each handler goes directly behind the marshaller, so the second one comes before the first.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigningHandler());
    }
}

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

/// <summary>The step of the pipeline that chooses how a request is signed: these services know Signature Version 4 alone.</summary>
internal sealed class SigningHandler : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => [new AuthSchemeOption { SchemeId = "aws.auth#sigv4" }];
}
