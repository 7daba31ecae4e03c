using System.Net;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery.Model;

public class InvalidInputException : AmazonServiceDiscoveryException
{
    public InvalidInputException(string message)
        : base(message)
    {
    }

    public InvalidInputException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ServiceNotFoundException : AmazonServiceDiscoveryException
{
    public ServiceNotFoundException(string message)
        : base(message)
    {
    }

    public ServiceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
