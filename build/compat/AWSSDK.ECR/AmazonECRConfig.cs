using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ECR;

public class AmazonECRConfig : ClientConfig
{
    public AmazonECRConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = ECRService.Definition.SigningName;
        EndpointProvider = new EndpointRules(ECRService.Definition);
    }

    public static new string ServiceId => ECRService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "api.ecr";

    public override string ServiceVersion => ECRService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ECR", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
