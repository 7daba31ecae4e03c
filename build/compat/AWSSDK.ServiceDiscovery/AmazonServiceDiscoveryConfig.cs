using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ServiceDiscovery;

public class AmazonServiceDiscoveryConfig : ClientConfig
{
    public AmazonServiceDiscoveryConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = ServiceDiscoveryService.Definition.SigningName;
        EndpointProvider = new EndpointRules(ServiceDiscoveryService.Definition);
    }

    public static new string ServiceId => ServiceDiscoveryService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "servicediscovery";

    public override string ServiceVersion => ServiceDiscoveryService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ServiceDiscovery", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
