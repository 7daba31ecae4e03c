using Amazon.Json;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.CloudWatchLogs;

public class AmazonCloudWatchLogsConfig : ClientConfig
{
    public AmazonCloudWatchLogsConfig()
        : base(DefaultModes.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = CloudWatchLogsService.Definition.SigningName;
        EndpointProvider = new EndpointRules(CloudWatchLogsService.Definition);
    }

    public static new string ServiceId => CloudWatchLogsService.Definition.ServiceId;

    public override string RegionEndpointServiceName => "logs";

    public override string ServiceVersion => CloudWatchLogsService.Definition.Version;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("CloudWatch_Logs", "4.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
