using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcrTests : IClassFixture<EmulatorFixture>
{
    private const string Manifest = """{"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "layers": []}""";
    private static readonly string Digest = $"sha256:{new string('1', 64)}";
    private static readonly string OtherDigest = $"sha256:{new string('2', 64)}";

    private readonly string repository = $"stack/{Guid.NewGuid():N}";
    private readonly EmulatorProcess emulator;
    private readonly LoopbackRegistry registry;

    public EcrTests(EmulatorFixture fixture)
    {
        (emulator, registry) = (fixture.Emulator, fixture.Registry);
        registry.Add(repository, Digest, Manifest);
        registry.Add(repository, OtherDigest, Manifest.Replace("[]", "[{}]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repositories_have_the_registrys_address()
    {
        var created = await CreateRepositoryAsync();

        ((string)created["repository"]!["repositoryUri"]!).ShouldBe($"{registry.Host}/{repository}");
    }

    [Fact]
    public async Task The_token_is_one_that_the_registry_accepts()
    {
        var answer = await EcrAsync("GetAuthorizationToken", new { });

        var data = answer["authorizationData"]![0]!;
        Encoding.UTF8.GetString(Convert.FromBase64String((string)data["authorizationToken"]!)).ShouldBe($"AWS:{EmulatorFixture.RegistryPassword}");
        ((string)data["proxyEndpoint"]!).ShouldBe($"http://{registry.Host}");
        DateTimeOffset.FromUnixTimeSeconds((long)(double)data["expiresAt"]!).ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_pushed_image_is_found_by_tag_and_by_digest()
    {
        await CreateRepositoryAsync();

        (await PushAsync(Digest)).ShouldBe("put");

        var byTag = await EcrAsync("DescribeImages", new { repositoryName = repository, imageIds = new[] { new { imageTag = "1.0-abc" } } });
        ((string)byTag["imageDetails"]![0]!["imageDigest"]!).ShouldBe(Digest);
        var byDigest = await EcrAsync("BatchGetImage", new { repositoryName = repository, imageIds = new[] { new { imageDigest = Digest } } });
        ((string)byDigest["images"]![0]!["imageManifest"]!).ShouldBe(Manifest);
    }

    [Fact]
    public async Task The_same_push_again_is_fine()
    {
        await CreateRepositoryAsync();
        await PushAsync(Digest);

        (await PushAsync(Digest)).ShouldBe("present");
    }

    [Fact]
    public async Task A_tag_never_moves()
    {
        await CreateRepositoryAsync();
        await PushAsync(Digest);

        (await PushAsync(OtherDigest)).ShouldBe("refused");

        emulator.Log.ShouldContain($"refused {repository}:1.0-abc ({OtherDigest}): the tag is immutable and names {Digest}");
    }

    [Fact]
    public async Task A_push_to_no_repository_of_ECRs_is_refused()
    {
        (await PushAsync(Digest)).ShouldBe("refused");

        emulator.Log.ShouldContain($"refused {repository}:1.0-abc ({Digest}): ECR has no such repository");
    }

    [Fact]
    public async Task Layers_and_pulls_are_no_images()
    {
        await CreateRepositoryAsync();
        var layer = Event("push", Digest);
        layer["target"]!["mediaType"] = "application/octet-stream";

        var (status, body) = await emulator.PostAsync("/tickstack/registry-events", new { events = new[] { layer, Event("pull", Digest) } });

        status.ShouldBe(HttpStatusCode.OK);
        body["images"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_manifest_that_the_registry_does_not_give_is_asked_for_again()
    {
        await CreateRepositoryAsync();
        var missing = Event("push", $"sha256:{new string('3', 64)}");

        var (status, _) = await emulator.PostAsync("/tickstack/registry-events", new { events = new[] { missing } });

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private JsonObject Event(string action, string digest) => new()
    {
        ["action"] = action,
        ["target"] = new JsonObject
        {
            ["mediaType"] = "application/vnd.docker.distribution.manifest.v2+json",
            ["repository"] = repository,
            ["digest"] = digest,
            ["tag"] = "1.0-abc",
        },
    };

    private async Task<string> PushAsync(string digest)
    {
        var (_, body) = await emulator.PostAsync("/tickstack/registry-events", new { events = new[] { Event("push", digest) } });
        return (string)body["images"]![0]!["outcome"]!;
    }

    private Task<JsonNode> CreateRepositoryAsync() => EcrAsync("CreateRepository", new { repositoryName = repository, imageTagMutability = "IMMUTABLE" });

    private async Task<JsonNode> EcrAsync(string operation, object parameters)
    {
        var (status, body) = await emulator.CallAsync("ecr", $"AmazonEC2ContainerRegistry_V20150921.{operation}", parameters);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }
}
