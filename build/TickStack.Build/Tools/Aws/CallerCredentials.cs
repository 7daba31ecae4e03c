using Amazon.Runtime.Credentials;

namespace TickStack.Build.Tools.Aws;

/// <summary>
/// The credentials that the clients will use, looked for before the first call. A client that finds none says something else: that it
/// lacks a signer of another kind.
/// </summary>
internal static class CallerCredentials
{
    /// <summary>Throws FailureException when there are none. All that happens here is the SDK's search, so whatever it throws is about them.</summary>
    public static async Task RequireAsync(CancellationToken cancellationToken)
    {
        try
        {
            var credentials = await Task.Run(() => DefaultAWSCredentialsIdentityResolver.GetCredentials(), cancellationToken).WaitAsync(cancellationToken);
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CredentialsFailure.Of("this run", exception);
        }
    }
}
