using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Json;

/// <summary>Request object → HTTP request. The operation is the type's name without "Request".</summary>
internal sealed class JsonMarshaller(JsonService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var type = input.GetType();
        var operation = type.Name[..^"Request".Length];
        return new DefaultRequest(input, $"Amazon.{service.ServiceId.Replace(" ", "", StringComparison.Ordinal)}")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonSerializer.SerializeToUtf8Bytes(input, type, service.Format),
            Headers =
            {
                ["X-Amz-Target"] = $"{service.Target}.{operation}",
                ["Content-Type"] = "application/x-amz-json-1.1",
                ["X-Amz-Api-Version"] = service.Version,
            },
        };
    }
}
