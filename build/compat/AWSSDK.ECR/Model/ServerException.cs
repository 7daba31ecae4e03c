using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class ServerException : AmazonECRException
{
    public ServerException(string message)
        : base(message)
    {
    }

    public ServerException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
