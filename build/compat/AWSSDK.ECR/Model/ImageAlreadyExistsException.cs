using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class ImageAlreadyExistsException : AmazonECRException
{
    public ImageAlreadyExistsException(string message)
        : base(message)
    {
    }

    public ImageAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
