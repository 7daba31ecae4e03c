using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Json;

internal static class JsonInvocation<TResponse>
    where TResponse : AmazonWebServiceResponse, new()
{
    public static InvokeOptions Of(JsonService service) => new()
    {
        RequestMarshaller = new JsonMarshaller(service),
        ResponseUnmarshaller = new JsonUnmarshaller<TResponse>(service),
    };
}
