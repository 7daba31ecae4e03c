using System.Net;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

/// <summary>What Cloud Map refused. An error that the operations do not name is this type itself; <c>ErrorCode</c> tells which.</summary>
public class AmazonServiceDiscoveryException : AmazonServiceException
{
    public AmazonServiceDiscoveryException(string message)
        : base(message)
    {
    }

    public AmazonServiceDiscoveryException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
