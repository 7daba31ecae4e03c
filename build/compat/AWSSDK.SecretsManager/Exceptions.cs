using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

public class InternalServiceErrorException : AmazonSecretsManagerException
{
    public InternalServiceErrorException(string message)
        : base(message)
    {
    }

    public InternalServiceErrorException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class InvalidParameterException : AmazonSecretsManagerException
{
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    public InvalidParameterException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ResourceNotFoundException : AmazonSecretsManagerException
{
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    public ResourceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
