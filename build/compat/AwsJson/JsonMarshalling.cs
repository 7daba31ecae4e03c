using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

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

/// <summary>HTTP response → response object, or the service's exception.</summary>
internal sealed class JsonUnmarshaller<TResponse>(JsonService service) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonSerializer.Deserialize<TResponse>(input.Stream, service.Format) ?? new TResponse();

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return service.Failure(error);
    }
}

/// <summary>Error code → exception class of that name in the service's Model namespace, or the service's base exception.</summary>
/// <remarks>A class always ends with "Exception"; a code need not.</remarks>
internal static class FailureFactory
{
    private const string Suffix = "Exception";

    public static AmazonServiceException Create<TBase>(ErrorResponse error)
        where TBase : AmazonServiceException
    {
        var name = error.Code?.EndsWith(Suffix, StringComparison.Ordinal) == true ? error.Code : error.Code + Suffix;
        var named = typeof(TBase).Assembly.GetType($"{typeof(TBase).Namespace}.Model.{name}");
        var type = named?.IsSubclassOf(typeof(TBase)) == true ? named : typeof(TBase);
        var constructor = type.GetConstructor([typeof(string), typeof(Exception), typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)])!;
        return (AmazonServiceException)constructor.Invoke([error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode]);
    }
}
