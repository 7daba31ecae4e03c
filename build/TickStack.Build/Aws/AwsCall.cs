using Amazon.Runtime;

namespace TickStack.Build.Aws;

/// <summary>The one way to call AWS: what the SDK throws becomes a failure with a message and a remedy.</summary>
internal static class AwsCall
{
    /// <param name="doing">What is being done: "asking EC2 for the volumes".</param>
    /// <param name="call">Does it.</param>
    public static async Task<T> RunAsync<T>(string doing, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of(doing, exception);
        }
    }

    public static Task RunAsync(string doing, Func<Task> call) =>
        RunAsync(doing, async () =>
        {
            await call();
            return true;
        });

    /// <returns>The type's default (null, false, 0) where AWS says that there is no such thing.</returns>
    /// <param name="doing">What is being done.</param>
    /// <param name="isMissing">Whether AWS says so: each service has an error of its own for it.</param>
    /// <param name="call">Does it.</param>
    public static Task<T?> FindAsync<T>(string doing, Func<Exception, bool> isMissing, Func<Task<T?>> call) =>
        RunAsync(doing, async () =>
        {
            try
            {
                return await call();
            }
            catch (Exception exception) when (isMissing(exception))
            {
                return default;
            }
        });
}

/// <summary>What AWS's services call the same thing, each by its own name.</summary>
internal static class AwsErrorCodes
{
    private static readonly HashSet<string> Throttling = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
        "TooManyRequestsException", "RequestLimitExceeded", "SlowDown"];

    private static readonly HashSet<string> Identity = ["UnrecognizedClientException", "InvalidClientTokenId", "ExpiredToken", "ExpiredTokenException",
        "InvalidSignatureException", "SignatureDoesNotMatch", "MissingAuthenticationTokenException"];

    /// <summary>Too many requests: the same one is taken later.</summary>
    public static bool IsThrottling(AmazonServiceException exception) =>
        exception.StatusCode == HttpStatusCode.TooManyRequests || (exception.ErrorCode is { } code && Throttling.Contains(code));

    /// <summary>The credentials are expired, unknown or of another region.</summary>
    public static bool IsIdentity(AmazonServiceException exception) => exception.ErrorCode is { } code && Identity.Contains(code);
}

/// <summary>Turns what an AWS client throws into a message that says what was being done and what helps.</summary>
public static class AwsFailure
{
    /// <summary>Refused by AWS, or never reached it. Anything else that a client throws is a bug.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException || CredentialsFailure.IsOne(exception);

    /// <param name="doing">What was being done: "making the state bucket x".</param>
    /// <param name="exception">What the client threw.</param>
    public static FailureException Of(string doing, Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: not 0 } refused =>
            new FailureException($"AWS refused {doing}: {Reason(refused)}", Remedy(refused), Code(refused), refused),
        _ when CredentialsFailure.IsOne(exception) => CredentialsFailure.Of(doing, exception),
        _ => new FailureException($"AWS could not be reached for {doing}: {exception.Message}", Unreached(exception), ExitCode.Unavailable, exception),
    };

    /// <summary>What helps where no answer came: an endpoint that a variable has set is the first suspect.</summary>
    internal static string Unreached(Exception exception)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)
            .Where(name => name.StartsWith("AWS_ENDPOINT_URL", StringComparison.Ordinal)
                && Uri.TryCreate(Environment.GetEnvironmentVariable(name), UriKind.Absolute, out var url)
                && exception.ToString().Contains($"({url.Host}:{url.Port})", StringComparison.Ordinal));
        return string.Join(" and ", variables) is { Length: > 0 } names
            ? $"Nothing answers at the address in {names}: correct it or unset it, and run the target again."
            : "Check the network and the credentials (aws sts get-caller-identity), and run the target again: it goes on where this run ended.";
    }

    private static string Reason(AmazonServiceException exception)
    {
        var code = string.IsNullOrEmpty(exception.ErrorCode) ? $"HTTP {(int)exception.StatusCode}" : exception.ErrorCode;
        var request = string.IsNullOrEmpty(exception.RequestId) ? string.Empty : $" (request {exception.RequestId})";
        return $"{code}: {exception.Message}{request}";
    }

    private static string Remedy(AmazonServiceException exception) => exception switch
    {
        { ErrorCode: "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" } => "Give the caller the permission that the message names.",
        _ when AwsErrorCodes.IsIdentity(exception) => "Renew the credentials (aws sso login, or a new session) and run the target again.",
        _ when AwsErrorCodes.IsThrottling(exception) => "The account's API rate is exhausted: run the target again in a few minutes.",
        _ => "Mend what the message names and run the target again; what is done already is not done twice.",
    };

    private static ExitCode Code(AmazonServiceException exception) => AwsErrorCodes.IsIdentity(exception) ? ExitCode.Unavailable : ExitCode.Failed;
}
