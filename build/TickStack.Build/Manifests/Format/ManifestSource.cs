namespace TickStack.Build.Manifests.Format;

/// <summary>A docker-compose.yml or ecs-params.yml.</summary>
/// <param name="File">Name to show in messages.</param>
/// <param name="Text">The content.</param>
public sealed record ManifestSource(string File, string Text);
