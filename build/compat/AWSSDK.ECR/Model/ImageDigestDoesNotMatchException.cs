using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class ImageDigestDoesNotMatchException : AmazonECRException
{
    public ImageDigestDoesNotMatchException(string message)
        : base(message)
    {
    }

    public ImageDigestDoesNotMatchException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
