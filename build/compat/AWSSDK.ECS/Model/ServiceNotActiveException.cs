using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ServiceNotActiveException : AmazonECSException
{
    public ServiceNotActiveException(string message)
        : base(message)
    {
    }

    public ServiceNotActiveException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
