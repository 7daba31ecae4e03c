using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class UnsupportedFeatureException : AmazonECSException
{
    public UnsupportedFeatureException(string message)
        : base(message)
    {
    }

    public UnsupportedFeatureException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
