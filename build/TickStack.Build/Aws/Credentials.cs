using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace TickStack.Build.Aws;

/// <summary>The credentials that the clients will use, looked for before the first call. A client that finds none says something else: that it lacks a signer
/// of another kind.</summary>
internal static class CallerCredentials
{
    /// <summary>Throws FailureException when there are none. All that happens here is the SDK's search, so all that it throws is about them.</summary>
    public static async Task RequireAsync(CancellationToken cancellationToken)
    {
        try
        {
            var credentials = await Task.Run(() => DefaultAWSCredentialsIdentityResolver.GetCredentials(), cancellationToken).WaitAsync(cancellationToken);
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CredentialsFailure.Missing("this run", exception);
        }
    }
}

/// <summary>Credentials, or the files that they stand in, that are missing, expired or wrong: what was tried, and what helps.</summary>
internal static partial class CredentialsFailure
{
    private const string Profile = "AWS_PROFILE";

    private const string WebIdentityFile = "AWS_WEB_IDENTITY_TOKEN_FILE";

    private const string NotSignedIn = ", and there is no valid sign-in on this machine.";

    /// <summary>Not what a service answered, nor that it did not answer: the client itself could not send anything.</summary>
    public static bool IsOne(Exception exception) => exception switch
    {
        AmazonServiceException => false,
        AmazonClientException => !IsUnreachable(exception),
        ProcessAWSCredentialException => true,

        // The file of a web identity is read anew whenever its credentials run out.
        InvalidOperationException { Source: "AWSSDK.Core", InnerException: IOException or UnauthorizedAccessException } => true,

        // What the SDK reads once per process, and so throws from a static constructor.
        TypeInitializationException { InnerException: AmazonClientException or InvalidDataException } => true,
        _ => false,
    };

    /// <param name="doing">What was being done.</param>
    /// <param name="exception">What the SDK threw, and what <see cref="IsOne"/> takes.</param>
    public static FailureException Of(string doing, Exception exception) =>
        exception is InvalidOperationException or ProcessAWSCredentialException || Named().IsMatch(Message(exception))
        ? Missing(doing, exception)
        : new FailureException(
            $"The AWS client could not send anything for {doing}: {Readable(Message(exception))}",
            "Check what configures it: the variables whose names begin with AWS_ (AWS_ENDPOINT_URL, AWS_REGION, …), and the AWS configuration files.",
            ExitCode.Unavailable,
            exception);

    /// <inheritdoc cref="Of"/>
    public static FailureException Missing(string doing, Exception exception)
    {
        var profile = Environment.GetEnvironmentVariable(Profile);
        var with = string.IsNullOrEmpty(profile) ? $"{Profile} is not set" : $"{Profile} is '{profile}'";
        var tried = string.Concat(Reasons(exception).Select(reason => $"{Environment.NewLine}    {reason}"));
        return new FailureException($"There are no AWS credentials for {doing} ({with}):{tried}", Remedy(profile, exception), ExitCode.Unavailable, exception);
    }

    // The search names one reason for each place that it looked into.
    private static IEnumerable<string> Reasons(Exception exception) => Place()
        .Split(Message(exception))
        .Select(Readable)
        .Where(reason => reason.Length > 0 && !IsNoise(reason));

    private static string Message(Exception exception) => exception switch
    {
        TypeInitializationException { InnerException: { } inner } => inner.Message,
        InvalidOperationException { InnerException: { } inner } => $"{exception.Message} {inner.Message}",
        _ => exception.Message,
    };

    // The heading of the list; and a place that nobody asked for.
    private static bool IsNoise(string reason) =>
        reason.StartsWith("Failed to resolve AWS credentials.", StringComparison.Ordinal)
        || (reason.StartsWith("The webIdentityTokenFile must be", StringComparison.Ordinal) && !HasWebIdentity());

    private static bool HasWebIdentity() => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(WebIdentityFile));

    // The SDK quotes a line of the file that it cannot read, and what a process printed: either may be a secret.
    private static string Readable(string reason)
    {
        var safe = PrintedByProcess().Replace(QuotedLine().Replace(reason, ""), "; what it printed is not shown here");
        var plain = safe.Contains("Signature V4a", StringComparison.Ordinal) ? "none were found, or they can no longer be renewed"
            : NotAllowed().Replace(safe, NotSignedIn);
        return Whitespace().Replace(plain, " ").Trim();
    }

    private static string Remedy(string? profile, Exception exception)
    {
        var name = string.IsNullOrEmpty(profile) ? "default" : profile;
        return exception switch
        {
            ProfileNotFoundException => $"'aws configure list-profiles' names those that there are; 'aws configure sso --profile {name}' makes one.",
            _ when IsUnreachable(exception) => AwsFailure.Unreached(exception),
            ProcessAWSCredentialException => $"Run the credential_process of profile {name} by hand: it has to print credentials as JSON, and to end with 0.",
            _ when HasWebIdentity() && string.IsNullOrEmpty(profile) =>
                $"{WebIdentityFile} has to name a file that can be read, and AWS_ROLE_ARN the role that trusts its token.",
            _ when Kind(name) is Kinds.Sso =>
                $"Sign in: aws sso login --profile {name}. If that does not help, look at the profile's sso_account_id and sso_role_name.",
            _ when Kind(name) is Kinds.Unreadable || exception is TypeInitializationException =>
                "Mend what is named in the AWS configuration: AWS_CONFIG_FILE or ~/.aws/config, and AWS_SHARED_CREDENTIALS_FILE or ~/.aws/credentials.",
            _ when Kind(name) is Kinds.Other => $"Mend profile {name} (aws configure --profile {name}), or choose another with {Profile}.",
            _ => $"Set {Profile} (after 'aws sso login --profile NAME' where it signs in by SSO), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
                + "or run where there is a role.",
        };
    }

    private enum Kinds
    {
        None,
        Unreadable,
        Sso,
        Other,
    }

    private static Kinds Kind(string profile)
    {
        try
        {
            return !new CredentialProfileStoreChain().TryGetProfile(profile, out var found) ? Kinds.None
                : found.Options.SsoSession is null && found.Options.SsoStartUrl is null ? Kinds.Other
                : Kinds.Sso;
        }
        catch (Exception exception) when (exception is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Kinds.Unreadable;
        }
    }

    private static bool IsUnreachable(Exception? exception) =>
        exception is HttpRequestException || (exception is not null && IsUnreachable(exception.InnerException));

    [GeneratedRegex(@"credential|\bSSO\b|profile|token|Signature V4a|\brole\b", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"Exception \d+ of \d+: ")]
    private static partial Regex Place();

    [GeneratedRegex(@":<.*>(?=\s+in file)", RegexOptions.Singleline)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@" with the error - .*", RegexOptions.Singleline)]
    private static partial Regex PrintedByProcess();

    [GeneratedRegex(@"(?<=is an SSO profile)\..*", RegexOptions.Singleline)]
    private static partial Regex NotAllowed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
