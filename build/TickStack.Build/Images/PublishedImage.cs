namespace TickStack.Build.Images;

/// <summary>An image that is in its repository: artifacts/ENVIRONMENT/images/COMPONENT.json.</summary>
/// <param name="Component">Name of the component.</param>
/// <param name="Repository">"registry-host/path", without tag.</param>
/// <param name="Tag">Content tag.</param>
/// <param name="Digest">"sha256:…" of the manifest.</param>
/// <param name="BaseImage">What it was built on.</param>
public sealed record PublishedImage(string Component, string Repository, string Tag, string Digest, string BaseImage)
{
    /// <summary>What a task definition names: it can never come to mean another content.</summary>
    public string Reference => $"{Repository}@{Digest}";

    public static string ArtifactOf(Component component) => $"images/{component.Name}.json";
}
