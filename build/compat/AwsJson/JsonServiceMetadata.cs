using Amazon.Runtime.Internal;

namespace Amazon.Json;

internal sealed class JsonServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
