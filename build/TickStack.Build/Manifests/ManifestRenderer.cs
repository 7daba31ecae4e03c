using TickStack.Build.Artifacts;
using TickStack.Build.Settings;
using TickStack.Build.Stack;

namespace TickStack.Build.Manifests;

/// <summary>Fills the two templates of a service.</summary>
public static class ManifestRenderer
{
    /// <param name="service">Whose templates they are.</param>
    /// <param name="compose">ecs/SERVICE/docker-compose.yml.</param>
    /// <param name="ecsParams">ecs/SERVICE/ecs-params.yml.</param>
    /// <param name="model">Values of the placeholders.</param>
    /// <exception cref="FailureException">Every placeholder of both files that cannot be filled, with its place.</exception>
    public static RenderedManifests Render(StackService service, ManifestTemplate compose, ManifestTemplate ecsParams, ManifestModel model)
    {
        var problems = new ProblemLog();
        var composeText = compose.Fill(model, problems);
        var paramsText = ecsParams.Fill(model, problems);
        problems.ThrowIfAny();
        return new RenderedManifests(service, composeText!, paramsText!);
    }
}

/// <summary>Images and infrastructure outputs → the two files of a service.</summary>
/// <param name="settings">The environment's.</param>
/// <param name="artifacts">Takes the files.</param>
/// <param name="templates">The repository's folder ecs/.</param>
public sealed class ManifestRendering(StackSettings settings, ArtifactStore artifacts, ManifestFolder templates)
{
    /// <summary>What is deployed.</summary>
    public const string Folder = "ecs";

    /// <summary>What would be deployed: never in the way of what is.</summary>
    public const string PreviewFolder = "preview/ecs";

    /// <returns>The folder below artifacts/ENVIRONMENT, which holds the files afterwards.</returns>
    public async Task<ManifestFolder> RenderAsync(StackService service, StackParts parts, string folder, CancellationToken cancellationToken)
    {
        var manifests = ManifestRenderer.Render(
            service,
            await templates.ReadTemplateAsync(service, ManifestFolder.ComposeFile, cancellationToken),
            await templates.ReadTemplateAsync(service, ManifestFolder.ParamsFile, cancellationToken),
            ManifestModel.From(settings, parts.Images, parts.Cluster));
        var rendered = new ManifestFolder(artifacts.PathOf(folder));
        rendered.Write(manifests, cancellationToken);
        return rendered;
    }
}

/// <summary>The two files of a service as they are deployed.</summary>
/// <param name="Service">Whose files they are.</param>
/// <param name="ComposeText">docker-compose.yml.</param>
/// <param name="ParamsText">ecs-params.yml.</param>
public sealed record RenderedManifests(StackService Service, string ComposeText, string ParamsText);

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

    /// <summary>Replaces both files; who reads them at the same time sees the old or the new one, never half of one.</summary>
    public void Write(RenderedManifests manifests, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StagedFile.Write(PathOf(manifests.Service, ComposeFile), manifests.ComposeText);
        StagedFile.Write(PathOf(manifests.Service, ParamsFile), manifests.ParamsText);
    }

    private static async Task<string> ReadAsync(string file, string remedy, CancellationToken cancellationToken) =>
        File.Exists(file)
            ? await File.ReadAllTextAsync(file, cancellationToken)
            : throw new FailureException($"{file} is missing", remedy, ExitCode.Unavailable);
}
