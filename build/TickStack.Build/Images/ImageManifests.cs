using System.Net.Http.Headers;
using System.Net.Http.Json;
using TickStack.Build.Stack;

namespace TickStack.Build.Images;

/// <summary>What a registry says of an image.</summary>
public interface IImageManifests
{
    /// <param name="reference">"host/path@sha256:…" or "host/path:tag".</param>
    /// <returns>The architectures that it runs on, in Docker's terms ("amd64", "arm64"); null when the registry does not have it.</returns>
    Task<IReadOnlyList<string>?> ArchitecturesAsync(string reference, CancellationToken cancellationToken);
}

/// <summary>The registry's own HTTP interface, which ECR speaks too: it alone tells an image's architecture.
/// Source: the OCI distribution specification.</summary>
/// <param name="http">Follows redirections: ECR keeps blobs in S3.</param>
public sealed partial class RegistryManifests(HttpClient http, IImageRepository repository) : IImageManifests
{
    private static readonly string[] Manifests =
    [
        "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
    ];

    public async Task<IReadOnlyList<string>?> ArchitecturesAsync(string reference, CancellationToken cancellationToken)
    {
        var image = ImageReference.Parse(reference);
        if (!CanExist(image.Version))
        {
            return null;
        }

        var login = await repository.LogInAsync(image.Repository, cancellationToken);
        try
        {
            var manifest = await GetAsync(image, login, $"manifests/{image.Version}", Manifests, cancellationToken);
            return manifest is null ? null : Listed(manifest) ?? [await ConfiguredAsync(image, login, manifest, cancellationToken)];
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or InvalidOperationException)
        {
            throw new FailureException(
                $"The registry {image.Server} did not tell about {reference}: {exception.Message}", "Check the network and the permission ecr:BatchGetImage.",
                ExitCode.Unavailable, exception);
        }
    }

    // An attestation stands in the list as an image of an unknown platform.
    private static List<string>? Listed(JsonNode manifest) => manifest["manifests"] is not JsonArray images ? null
        : [.. images.Select(image => (string?)image!["platform"]?["architecture"]).OfType<string>().Where(architecture => architecture != "unknown")
            .Distinct()];

    private async Task<string> ConfiguredAsync(ImageReference image, RegistryLogin login, JsonNode manifest, CancellationToken cancellationToken)
    {
        var configuration = await GetAsync(image, login, $"blobs/{(string?)manifest["config"]?["digest"]}", ["*/*"], cancellationToken);
        return (string?)configuration?["architecture"] ?? "unknown";
    }

    // What has a digest's place and is none is nowhere: registries fail over it, each in its own way.
    private static bool CanExist(string version) => !version.Contains(':', StringComparison.Ordinal) || Digest().IsMatch(version);

    private async Task<JsonNode?> GetAsync(ImageReference image, RegistryLogin login, string path, string[] accepted, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{image.Scheme}://{image.Server}/v2/{image.Path}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", login.Authorization);
        request.Headers.TryAddWithoutValidation("Accept", string.Join(", ", accepted));
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
    }

    [GeneratedRegex("^[a-z0-9]+:[0-9a-f]+$")]
    private static partial Regex Digest();
}
