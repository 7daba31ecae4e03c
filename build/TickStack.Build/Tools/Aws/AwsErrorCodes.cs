using System.Net;
using Amazon.Runtime;

namespace TickStack.Build.Tools.Aws;

/// <summary>What AWS's services call the same thing, each in words of its own.</summary>
internal static class AwsErrorCodes
{
    private static readonly HashSet<string> Throttling = ["Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "RequestLimitExceeded", "SlowDown"];

    private static readonly HashSet<string> Identity = ["UnrecognizedClientException", "InvalidClientTokenId", "ExpiredToken", "ExpiredTokenException",
        "InvalidSignatureException", "SignatureDoesNotMatch", "MissingAuthenticationTokenException"];

    /// <summary>Too many requests: the same one is taken later.</summary>
    public static bool IsThrottling(AmazonServiceException exception) =>
        exception.StatusCode == HttpStatusCode.TooManyRequests || (exception.ErrorCode is { } code && Throttling.Contains(code));

    /// <summary>The credentials are expired, unknown or of another region.</summary>
    public static bool IsIdentity(AmazonServiceException exception) => exception.ErrorCode is { } code && Identity.Contains(code);
}
