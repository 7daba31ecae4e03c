namespace TickStack.Build.Tools.Docker;

/// <summary>What a registry says of an image.</summary>
public interface IImageManifests
{
    /// <param name="reference">"host/path@sha256:…" or "host/path:tag".</param>
    /// <returns>The architectures that it runs on, in Docker's terms ("amd64", "arm64"); null when the registry does not have it.</returns>
    Task<IReadOnlyList<string>?> ArchitecturesAsync(string reference, CancellationToken cancellationToken);
}
