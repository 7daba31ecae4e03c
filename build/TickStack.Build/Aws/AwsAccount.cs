using Amazon;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using TickStack.Build.Settings;

namespace TickStack.Build.Aws;

/// <summary>A real account: the caller's identity must be in the one that the environment names.</summary>
public sealed class AwsAccount(StackSettings settings) : ICloud
{
    public async Task<CloudSession> OpenAsync(CancellationToken cancellationToken)
    {
        await CallerCredentials.RequireAsync(cancellationToken);
        var account = await CallerAccountAsync(cancellationToken);
        if (account != settings.Account)
        {
            throw new FailureException(
                $"The credentials belong to account {account}, but environment '{settings.Environment}' is account {settings.Account}. Nothing was done.",
                $"Choose the credentials of {settings.Account} (AWS_PROFILE), or another --environment.",
                ExitCode.Unavailable);
        }

        return CloudSession.Unchanged with
        {
            Variables = new Dictionary<string, string?> { ["AWS_REGION"] = settings.Region, ["AWS_DEFAULT_REGION"] = settings.Region },
        };
    }

    private Task<string> CallerAccountAsync(CancellationToken cancellationToken) => AwsCall.RunAsync("the caller's identity", async () =>
    {
        using var sts = new AmazonSecurityTokenServiceClient(RegionEndpoint.GetBySystemName(settings.Region));
        return (await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).Account;
    });
}
