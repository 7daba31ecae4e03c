using Amazon.ECR;
using Amazon.ECR.Model;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Stack;

namespace TickStack.Build.Images;

/// <summary>The repositories that images are kept in.</summary>
public interface IImageRepository
{
    /// <summary>Digest of the tagged image, or null when the repository does not hold it.</summary>
    Task<string?> FindDigestAsync(string repository, string tag, CancellationToken cancellationToken);

    /// <summary>The same right after a push, which a registry may take a moment to show.</summary>
    Task<string> WaitForDigestAsync(string repository, string tag, CancellationToken cancellationToken);

    Task<RegistryLogin> LogInAsync(string repository, CancellationToken cancellationToken);
}

/// <summary>Elastic Container Registry.</summary>
public sealed class EcrImageRepository(IAmazonECR ecr, TimeProvider time) : IImageRepository
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<string?> FindDigestAsync(string repository, string tag, CancellationToken cancellationToken)
    {
        var request = new DescribeImagesRequest { RepositoryName = RepositoryName.Parse(repository).Path, ImageIds = [new ImageIdentifier { ImageTag = tag }] };
        try
        {
            return await AwsCall.FindAsync($"looking up {repository}:{tag}", exception => exception is ImageNotFoundException, async () =>
                (await ecr.DescribeImagesAsync(request, cancellationToken)).ImageDetails!.Single().ImageDigest);
        }
        catch (FailureException failure) when (failure.InnerException is RepositoryNotFoundException exception)
        {
            throw new FailureException($"The repository {repository} does not exist.", "Run --target=Apply-Registry.", ExitCode.Unavailable, exception);
        }
    }

    public async Task<string> WaitForDigestAsync(string repository, string tag, CancellationToken cancellationToken)
    {
        string? digest = null;
        await Poll.UntilAsync(
            time,
            Pause,
            Patience,
            async () => (digest = await FindDigestAsync(repository, tag, cancellationToken)) is not null,
            () => new FailureException($"{repository}:{tag} was pushed, but ECR does not show it after {Patience.TotalSeconds:0} s.",
                "Run the target again; a layer that is there is not pushed twice."),
            cancellationToken);
        return digest!;
    }

    public async Task<RegistryLogin> LogInAsync(string repository, CancellationToken cancellationToken)
    {
        var response = await AwsCall.RunAsync(
            "asking ECR for a login", () => ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest(), cancellationToken));
        return new RegistryLogin(RepositoryName.Parse(repository).Server, response.AuthorizationData!.First().AuthorizationToken!);
    }
}
