using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class ImageAlreadyExistsException : AmazonECRException
{
    public ImageAlreadyExistsException(string message)
        : base(message)
    {
    }

    public ImageAlreadyExistsException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ImageDigestDoesNotMatchException : AmazonECRException
{
    public ImageDigestDoesNotMatchException(string message)
        : base(message)
    {
    }

    public ImageDigestDoesNotMatchException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ImageNotFoundException : AmazonECRException
{
    public ImageNotFoundException(string message)
        : base(message)
    {
    }

    public ImageNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ImageTagAlreadyExistsException : AmazonECRException
{
    public ImageTagAlreadyExistsException(string message)
        : base(message)
    {
    }

    public ImageTagAlreadyExistsException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class InvalidParameterException : AmazonECRException
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

public class LayersNotFoundException : AmazonECRException
{
    public LayersNotFoundException(string message)
        : base(message)
    {
    }

    public LayersNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class LimitExceededException : AmazonECRException
{
    public LimitExceededException(string message)
        : base(message)
    {
    }

    public LimitExceededException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ReferencedImagesNotFoundException : AmazonECRException
{
    public ReferencedImagesNotFoundException(string message)
        : base(message)
    {
    }

    public ReferencedImagesNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class RepositoryNotFoundException : AmazonECRException
{
    public RepositoryNotFoundException(string message)
        : base(message)
    {
    }

    public RepositoryNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

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

public class UnableToGetUpstreamImageException : AmazonECRException
{
    public UnableToGetUpstreamImageException(string message)
        : base(message)
    {
    }

    public UnableToGetUpstreamImageException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
