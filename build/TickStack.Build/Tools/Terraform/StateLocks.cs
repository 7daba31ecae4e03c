using System.Net;
using Amazon.S3;
using TickStack.Build.Infrastructure;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Aws;

namespace TickStack.Build.Tools.Terraform;

/// <summary>The locks that Terraform's S3 backend puts beside the states (use_lockfile).</summary>
public sealed class StateLocks(IAmazonS3 s3, StackSettings settings)
{
    /// <returns>Null when nobody holds the lock.</returns>
    public async Task<StateLock?> FindAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await s3.GetObjectAsync(settings.StateBucket, $"{root.StateKey(settings.Name)}.tflock", cancellationToken);
            using var reader = new StreamReader(found.ResponseStream);
            return StateLock.Parse(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of($"reading the lock of terraform/{root.Name}", exception);
        }
    }
}
