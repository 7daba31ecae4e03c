using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Util;
using TickStack.Build.Aws;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>The S3 bucket that holds Terraform's state: versioned, encrypted, private. It cannot be in Terraform's own state, so it is made here, once; every
/// setting is put again on each call, so a call that was killed half-way is finished by the next.</summary>
public sealed class StateBucket(IAmazonS3 s3, StackSettings settings, IStepReport steps)
{
    public Task<bool> ExistsAsync() =>
        AwsCall.RunAsync($"looking for the state bucket {settings.StateBucket}", () => AmazonS3Util.DoesS3BucketExistV2Async(s3, settings.StateBucket));

    public Task EnsureAsync(CancellationToken cancellationToken) => AwsCall.RunAsync($"making the state bucket {settings.StateBucket}", async () =>
    {
        if (!await ExistsAsync())
        {
            steps.Note($"Making the state bucket {settings.StateBucket}");
            await MakeAsync(cancellationToken);
        }

        await ProtectAsync(cancellationToken);
    });

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await s3.PutBucketAsync(
                new PutBucketRequest { BucketName = settings.StateBucket, UseClientRegion = false, PutBucketConfiguration = InRegion() }, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "BucketAlreadyExists")
        {
            throw new FailureException($"The bucket name {settings.StateBucket} belongs to another account.",
                $"Choose another stateBucket in build/environments/{settings.Environment}.json.", ExitCode.InvalidInput, exception);
        }
    }

    // By name, since the client's own choice for eu-west-1 is S3's old word "EU". The first region is the one that must not be named.
    private PutBucketConfiguration? InRegion() =>
        settings.Region == "us-east-1" ? null : new PutBucketConfiguration { LocationConstraint = new BucketLocationConstraint(settings.Region) };

    private async Task ProtectAsync(CancellationToken cancellationToken)
    {
        var byKms = new ServerSideEncryptionByDefault { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AWSKMS };
        await s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = settings.StateBucket,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
                {
                    BlockPublicAcls = true,
                    BlockPublicPolicy = true,
                    IgnorePublicAcls = true,
                    RestrictPublicBuckets = true,
                },
            },
            cancellationToken);
        await s3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest
            {
                BucketName = settings.StateBucket,
                VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
            },
            cancellationToken);
        await s3.PutBucketEncryptionAsync(
            new PutBucketEncryptionRequest
            {
                BucketName = settings.StateBucket,
                ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
                {
                    ServerSideEncryptionRules = [new ServerSideEncryptionRule { ServerSideEncryptionByDefault = byKms }],
                },
            },
            cancellationToken);
    }
}
