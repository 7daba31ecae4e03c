using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class ReferencedImagesNotFoundException : AmazonECRException
{
    public ReferencedImagesNotFoundException(string message)
        : base(message)
    {
    }

    public ReferencedImagesNotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
