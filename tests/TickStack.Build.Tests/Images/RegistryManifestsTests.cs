using System.Net;
using TickStack.Build.Images;
using TickStack.Build.Stack;
using TickStack.Failures;

namespace TickStack.Build.Tests.Images;

public sealed class RegistryManifestsTests : IDisposable
{
    private const string Reference = "registry.example.com/stack/telegraf@sha256:1";

    private readonly AnsweringHandler registry = new();
    private readonly HttpClient http;

    public RegistryManifestsTests() => http = new HttpClient(registry);

    public void Dispose()
    {
        http.Dispose();
        registry.Dispose();
    }

    [Fact]
    public async Task A_single_images_architecture_stands_in_its_configuration()
    {
        registry.Answers["/v2/stack/telegraf/manifests/sha256:1"] = """{ "config": { "digest": "sha256:2" } }""";
        registry.Answers["/v2/stack/telegraf/blobs/sha256:2"] = """{ "architecture": "arm64", "os": "linux" }""";

        (await FindAsync()).ShouldBe(["arm64"]);
        registry.Requests.ShouldAllBe(request => request.Headers.Authorization!.ToString() == "Basic QVdTOnRva2Vu");
    }

    [Fact]
    public async Task A_list_names_the_architectures_itself_and_an_attestation_is_none()
    {
        registry.Answers["/v2/stack/telegraf/manifests/sha256:1"] =
            """
            { "manifests": [{ "platform": { "architecture": "amd64" } }, { "platform": { "architecture": "arm64" } },
              { "platform": { "architecture": "unknown" } }] }
            """;

        (await FindAsync()).ShouldBe(["amd64", "arm64"]);
    }

    [Fact]
    public async Task What_the_registry_does_not_have_is_null() => (await FindAsync()).ShouldBeNull();

    [Fact]
    public async Task What_is_no_digest_is_nowhere_and_is_not_asked_for()
    {
        registry.Otherwise = HttpStatusCode.InternalServerError;

        (await FindAsync("registry.example.com/stack/telegraf@sha256:not-published-yet")).ShouldBeNull();

        registry.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registry_that_refuses_is_a_failure_with_a_remedy()
    {
        registry.Otherwise = HttpStatusCode.Forbidden;
        var failure = await Should.ThrowAsync<FailureException>(() => FindAsync());

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.ShouldHaveSingleItem().Remedy!.ShouldContain("ecr:BatchGetImage");
    }

    [Theory]
    [InlineData("<html>Sign in to the proxy</html>")]
    [InlineData("\"text\"")]
    [InlineData("")]
    public async Task Something_else_that_answers_in_its_place_is_a_failure(string body)
    {
        registry.Answers["/v2/stack/telegraf/manifests/sha256:1"] = body;

        (await Should.ThrowAsync<FailureException>(() => FindAsync())).Message.ShouldStartWith("The registry registry.example.com did not tell about");
    }

    [Theory]
    [InlineData("127.0.0.1:5000/stack/telegraf@sha256:1", "http", "127.0.0.1:5000", "stack/telegraf", "sha256:1")]
    [InlineData("localhost:5000/telegraf:1.2", "http", "localhost:5000", "telegraf", "1.2")]
    [InlineData("1.dkr.ecr.eu-west-1.amazonaws.com/stack/telegraf:1.2@sha256:3", "https", "1.dkr.ecr.eu-west-1.amazonaws.com", "stack/telegraf", "sha256:3")]
    [InlineData("example.com/telegraf", "https", "example.com", "telegraf", "latest")]
    public void A_reference_comes_apart_as_Docker_reads_it(string reference, string scheme, string server, string path, string version)
    {
        var image = ImageReference.Parse(reference);

        (image.Scheme, image.Server, image.Path, image.Version).ShouldBe((scheme, server, path, version));
    }

    private Task<IReadOnlyList<string>?> FindAsync(string reference = Reference) =>
        new RegistryManifests(http, new LoggedIn()).ArchitecturesAsync(reference, TestContext.Current.CancellationToken);

    private sealed class LoggedIn : IImageRepository
    {
        public Task<string?> FindDigestAsync(string repository, string tag, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("not asked for");

        public Task<string> WaitForDigestAsync(string repository, string tag, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("not asked for");

        public Task<RegistryLogin> LogInAsync(string repository, CancellationToken cancellationToken) =>
            Task.FromResult(new RegistryLogin("registry.example.com", "QVdTOnRva2Vu"));
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        public Dictionary<string, string> Answers { get; } = [];

        public List<HttpRequestMessage> Requests { get; } = [];

        public HttpStatusCode Otherwise { get; set; } = HttpStatusCode.NotFound;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(Answers.TryGetValue(request.RequestUri!.AbsolutePath, out var body)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) }
                : new HttpResponseMessage(Otherwise));
        }
    }
}
