using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class KmsException : AmazonECRException
{
    public KmsException(string message)
        : base(message)
    {
    }

    public KmsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
