using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Rendering;

/// <summary>A folder "ecs" with one subfolder per service: the templates of the repository, or the rendered files under artifacts/ENVIRONMENT.</summary>
/// <param name="path">The folder's path; it shows in messages as given.</param>
public sealed class ManifestFolder(string path)
{
    public const string ComposeFile = "docker-compose.yml";

    public const string ParamsFile = "ecs-params.yml";

    public string PathOf(StackService service, string file) => Path.Combine(path, service.Name, file);

    /// <exception cref="FailureException">The template is not there.</exception>
    public async Task<ManifestTemplate> ReadTemplateAsync(StackService service, string file, CancellationToken cancellationToken) =>
        new(PathOf(service, file), await ReadAsync(PathOf(service, file), "restore the repository's ecs folder", cancellationToken));

    /// <exception cref="FailureException">The service was not rendered yet.</exception>
    public async Task<RenderedManifests> ReadAsync(StackService service, CancellationToken cancellationToken) => new(
        service,
        await ReadAsync(PathOf(service, ComposeFile), "run --target=Render first", cancellationToken),
        await ReadAsync(PathOf(service, ParamsFile), "run --target=Render first", cancellationToken));

    /// <summary>Replaces both files; whoever reads them meanwhile sees the old or the new one, never half of one.</summary>
    public async Task WriteAsync(RenderedManifests manifests, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(path, manifests.Service.Name));
        await WriteAsync(PathOf(manifests.Service, ComposeFile), manifests.ComposeText, cancellationToken);
        await WriteAsync(PathOf(manifests.Service, ParamsFile), manifests.ParamsText, cancellationToken);
    }

    private static async Task<string> ReadAsync(string file, string remedy, CancellationToken cancellationToken) =>
        File.Exists(file)
            ? await File.ReadAllTextAsync(file, cancellationToken)
            : throw new FailureException($"{file} is missing", remedy, ExitCode.Unavailable);

    private static async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, text, cancellationToken);
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
