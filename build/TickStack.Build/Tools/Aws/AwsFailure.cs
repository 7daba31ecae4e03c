using Amazon.Runtime;
using TickStack.Build.Errors;

namespace TickStack.Build.Tools.Aws;

/// <summary>Turns what AWS refuses into a message that says what was being done and what helps.</summary>
public static class AwsFailure
{
    /// <param name="doing">Continues "AWS refused …": "registering the task definition".</param>
    /// <param name="exception">What the client threw.</param>
    public static FailureException Of(string doing, AmazonServiceException exception) =>
        new($"AWS refused {doing}: {Reason(exception)}", Remedy(exception), Code(exception), exception);

    /// <summary>No credentials, no region, no connection: nothing has reached AWS.</summary>
    public static FailureException Of(string doing, AmazonClientException exception) =>
        new($"AWS could not be asked for {doing}: {exception.Message}", "Check the credentials (aws sts get-caller-identity) and the network.", ExitCode.Unavailable, exception);

    private static string Reason(AmazonServiceException exception) =>
        exception.RequestId is { Length: > 0 } id ? $"{Code(exception, exception.ErrorCode)} {exception.Message} (request {id})" : $"{Code(exception, exception.ErrorCode)} {exception.Message}";

    private static string Code(AmazonServiceException exception, string? code) =>
        string.IsNullOrEmpty(code) ? $"HTTP {(int)exception.StatusCode}:" : $"{code}:";

    private static string Remedy(AmazonServiceException exception) => exception.ErrorCode switch
    {
        "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" => "Give the caller the permission that the message names.",
        "ExpiredTokenException" or "ExpiredToken" or "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" => "Renew the credentials (aws sso login, or a new session) and run the target again.",
        "ThrottlingException" or "Throttling" or "RequestLimitExceeded" => "The account's API rate is exhausted: run the target again in a few minutes.",
        "ClusterNotFoundException" => "Run --target=Apply-Infrastructure; it makes the cluster.",
        _ => "Mend what the message names and run the target again; what is done already is not done twice.",
    };

    private static ExitCode Code(AmazonServiceException exception) =>
        exception.ErrorCode is "ExpiredTokenException" or "ExpiredToken" or "UnrecognizedClientException" or "InvalidClientTokenId" ? ExitCode.Unavailable : ExitCode.Failed;
}
