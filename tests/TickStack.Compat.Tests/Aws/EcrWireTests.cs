using System.Text;
using Amazon.ECR;
using Amazon.ECR.Model;

namespace TickStack.Compat.Tests.Aws;

public class EcrWireTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Manifest =
        """{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"digest":"sha256:0"},"layers":[]}""";
    private const string MediaType = "application/vnd.docker.distribution.manifest.v2+json";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_put_and_found_by_tag_and_by_digest()
    {
        using var ecr = moto.Ecr();
        var repository = await RepositoryAsync();
        var put = await ecr.PutImageAsync(
            new() { RepositoryName = repository, ImageManifest = Manifest, ImageManifestMediaType = MediaType, ImageTag = "1.8-0" }, Cancel);
        var digest = put.Image!.ImageId!.ImageDigest!;

        var described = (await ecr.DescribeImagesAsync(new() { RepositoryName = repository, ImageIds = [new() { ImageTag = "1.8-0" }] }, Cancel)).ImageDetails!
            .ShouldHaveSingleItem();
        described.ImageDigest.ShouldBe(digest);
        described.ImageTags.ShouldBe(["1.8-0"]);
        described.ImagePushedAt!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromHours(1));

        var got = await ecr.BatchGetImageAsync(new() { RepositoryName = repository, ImageIds = [new() { ImageDigest = digest }] }, Cancel);
        got.Images!.ShouldHaveSingleItem().ImageManifest.ShouldBe(Manifest);
    }

    [Fact]
    public async Task A_repository_tells_its_address_and_that_its_tags_never_move()
    {
        using var ecr = moto.Ecr();
        var name = await RepositoryAsync();
        var repository = (await ecr.DescribeRepositoriesAsync(new() { RepositoryNames = [name] }, Cancel)).Repositories!.ShouldHaveSingleItem();

        repository.RepositoryUri.ShouldEndWith($"/{name}");
        repository.ImageTagMutability.ShouldBe(ImageTagMutability.IMMUTABLE);
        repository.ImageScanningConfiguration!.ScanOnPush.ShouldBe(true);
    }

    [Fact]
    public async Task Findings_are_counted_by_the_text_of_their_severity()
    {
        using var server = new ScriptedServer(
            ScriptedServer.Reply.Ok("""{"imageDetails":[{"imageScanFindingsSummary":{"findingSeverityCounts":{"HIGH":2,"LOW":1}}}]}"""));
        using var ecr = new AmazonECRClient(MotoServer.Credentials, new AmazonECRConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
        var details = (await ecr.DescribeImagesAsync(new() { RepositoryName = "a" }, Cancel)).ImageDetails!.ShouldHaveSingleItem();

        details.ImageScanFindingsSummary!.FindingSeverityCounts.ShouldBe(new Dictionary<string, int> { [FindingSeverity.HIGH] = 2, [FindingSeverity.LOW] = 1 });
    }

    [Fact]
    public async Task A_token_is_the_registrys_user_and_password()
    {
        using var ecr = moto.Ecr();
        var token = (await ecr.GetAuthorizationTokenAsync(new(), Cancel)).AuthorizationData!.ShouldHaveSingleItem();

        Encoding.UTF8.GetString(Convert.FromBase64String(token.AuthorizationToken!)).ShouldStartWith("AWS:");
        token.ProxyEndpoint.ShouldStartWith("https://");
        token.ExpiresAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Missing_repositories_and_images_are_exceptions_of_their_own()
    {
        using var ecr = moto.Ecr();
        var repository = await RepositoryAsync();

        await Should.ThrowAsync<RepositoryNotFoundException>(() => ecr.DescribeImagesAsync(new() { RepositoryName = "nowhere" }, Cancel));
        await Should.ThrowAsync<ImageNotFoundException>(
            () => ecr.DescribeImagesAsync(new() { RepositoryName = repository, ImageIds = [new() { ImageTag = "none" }] }, Cancel));
    }

    private async Task<string> RepositoryAsync()
    {
        var name = $"repository-{Guid.NewGuid():N}";
        await moto.PostAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.CreateRepository",
            $$$"""{"repositoryName":"{{{name}}}","imageTagMutability":"IMMUTABLE","imageScanningConfiguration":{"scanOnPush":true}}""");
        return name;
    }
}
