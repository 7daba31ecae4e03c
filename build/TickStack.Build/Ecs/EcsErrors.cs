using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using TickStack.Build.Aws;

namespace TickStack.Build.Ecs;

/// <summary>Exceptions of the ECS client in the terms of this suite.</summary>
internal static class EcsErrors
{
    public static bool IsExpected(Exception exception) =>
        AwsFailure.IsExpected(exception) || exception is TaskCanceledException;

    public static EcsAnswer AnswerOf(Exception exception) => exception switch
    {
        AmazonServiceException refused when AwsErrorCodes.IsThrottling(refused) => EcsAnswer.Throttled,
        AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.BadRequest and < System.Net.HttpStatusCode.InternalServerError } => EcsAnswer.Refused,
        AmazonServiceException or HttpRequestException or IOException or TaskCanceledException => EcsAnswer.Unknown,
        _ => EcsAnswer.NotSent,
    };

    public static FailureException Failure(string operation, Exception exception) => CredentialsFailure.IsOne(exception)
        ? CredentialsFailure.Of($"ECS, {operation}", exception)
        : new($"ECS, {operation}: {exception.Message}", Remedy(operation, exception), CodeOf(exception), exception);

    private static string Remedy(string operation, Exception exception) => exception switch
    {
        AccessDeniedException =>
            $"allow the caller the action ecs:{operation} (and iam:PassRole on the service's roles); 'aws sts get-caller-identity' tells who the caller is",
        ClusterNotFoundException => "create the cluster first: --target=Apply-Infrastructure",
        ServiceNotActiveException or ServiceNotFoundException => "the service was deleted while this ran; run the target again to create it",
        LimitExceededException => "a quota of the account is used up: raise it in Service Quotas",
        AmazonECSException refused when AwsErrorCodes.IsIdentity(refused) => "renew the credentials and check the region",
        _ => AnswerOf(exception) switch
        {
            EcsAnswer.Refused => "correct what it names, in the templates under ecs/ or in the environment's settings",
            EcsAnswer.Throttled => "other deploys use up the account's rate of requests; run the target again later",
            EcsAnswer.NotSent => "set AWS_REGION and give credentials: AWS_PROFILE, AWS_ACCESS_KEY_ID or a role",
            _ => AwsFailure.Unreached(exception),
        },
    };

    private static ExitCode CodeOf(Exception exception) => exception switch
    {
        ClusterNotFoundException => ExitCode.Unavailable,
        AmazonECSException refused when AwsErrorCodes.IsIdentity(refused) => ExitCode.Unavailable,
        _ => AnswerOf(exception) is EcsAnswer.Refused ? ExitCode.Failed : ExitCode.Unavailable,
    };
}

/// <summary>What became of a request that failed.</summary>
internal enum EcsAnswer
{
    /// <summary>Not carried out, and a repetition would be refused as well.</summary>
    Refused,

    /// <summary>Not carried out, because of the rate of requests.</summary>
    Throttled,

    /// <summary>Perhaps carried out: the connection broke, or the server failed.</summary>
    Unknown,

    /// <summary>Never sent: no credentials, no region.</summary>
    NotSent,
}

/// <summary>How often and how soon a request is repeated.</summary>
internal static class EcsRetries
{
    // Together at least 20 s and at most 40 s of waiting for ECS to take requests again.
    private const int Throttled = 12;
    private const int Unanswered = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="answer">What the last attempt came to.</param>
    /// <param name="attempts">Attempts made so far.</param>
    public static bool Again(EcsAnswer answer, int attempts) => answer switch
    {
        EcsAnswer.Throttled => attempts < Throttled,
        EcsAnswer.Unknown => attempts < Unanswered,
        _ => false,
    };

    /// <summary>Doubles from attempt to attempt; jitter keeps several deploys from meeting again.</summary>
    /// <param name="attempts">Attempts made so far.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan Delay(int attempts, double jitter)
    {
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, attempts - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (jitter / 2)));
    }
}
