namespace TickStack.Build.Manifests.Rendering;

/// <summary>The two files of a service as they are deployed.</summary>
/// <param name="Service">Whose files they are.</param>
/// <param name="ComposeText">docker-compose.yml.</param>
/// <param name="ParamsText">ecs-params.yml.</param>
public sealed record RenderedManifests(StackService Service, string ComposeText, string ParamsText);
