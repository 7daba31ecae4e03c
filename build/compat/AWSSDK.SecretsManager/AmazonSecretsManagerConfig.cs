using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerConfig : ClientConfig
{
    public AmazonSecretsManagerConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = SecretsManagerService.Definition.SigningName;
        EndpointProvider = new EndpointRules(SecretsManagerService.Definition);
    }

    public static new string ServiceId => SecretsManagerService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "secretsmanager";

    public override string ServiceVersion => SecretsManagerService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Secrets_Manager", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
