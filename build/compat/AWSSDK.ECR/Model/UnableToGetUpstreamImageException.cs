using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class UnableToGetUpstreamImageException : AmazonECRException
{
    public UnableToGetUpstreamImageException(string message)
        : base(message)
    {
    }

    public UnableToGetUpstreamImageException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
