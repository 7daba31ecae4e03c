using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class AccessDeniedException : AmazonECSException
{
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    public AccessDeniedException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ClientException : AmazonECSException
{
    public ClientException(string message)
        : base(message)
    {
    }

    public ClientException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ClusterNotFoundException : AmazonECSException
{
    public ClusterNotFoundException(string message)
        : base(message)
    {
    }

    public ClusterNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class InvalidParameterException : AmazonECSException
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

public class LimitExceededException : AmazonECSException
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

public class NamespaceNotFoundException : AmazonECSException
{
    public NamespaceNotFoundException(string message)
        : base(message)
    {
    }

    public NamespaceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class PlatformTaskDefinitionIncompatibilityException : AmazonECSException
{
    public PlatformTaskDefinitionIncompatibilityException(string message)
        : base(message)
    {
    }

    public PlatformTaskDefinitionIncompatibilityException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class PlatformUnknownException : AmazonECSException
{
    public PlatformUnknownException(string message)
        : base(message)
    {
    }

    public PlatformUnknownException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ResourceNotFoundException : AmazonECSException
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

public class ServerException : AmazonECSException
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

public class ServiceNotActiveException : AmazonECSException
{
    public ServiceNotActiveException(string message)
        : base(message)
    {
    }

    public ServiceNotActiveException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public class ServiceNotFoundException : AmazonECSException
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

public class UnsupportedFeatureException : AmazonECSException
{
    public UnsupportedFeatureException(string message)
        : base(message)
    {
    }

    public UnsupportedFeatureException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
