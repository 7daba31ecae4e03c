using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ECS;

public class AmazonECSConfig : ClientConfig
{
    public AmazonECSConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = ECSService.Definition.SigningName;
        EndpointProvider = new EndpointRules(ECSService.Definition);
    }

    public static new string ServiceId => ECSService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "ecs";

    public override string ServiceVersion => ECSService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ECS", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
