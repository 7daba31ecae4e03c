using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class LayersNotFoundException : AmazonECRException
{
    public LayersNotFoundException(string message)
        : base(message)
    {
    }

    public LayersNotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
