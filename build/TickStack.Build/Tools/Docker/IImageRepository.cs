namespace TickStack.Build.Tools.Docker;

/// <summary>The repositories that images are kept in.</summary>
public interface IImageRepository
{
    /// <summary>Digest of the tagged image, or null when the repository does not hold it.</summary>
    Task<string?> FindDigestAsync(string repository, string tag, CancellationToken cancellationToken);

    /// <summary>The same right after a push, which a registry may take a moment to show.</summary>
    Task<string> WaitForDigestAsync(string repository, string tag, CancellationToken cancellationToken);

    Task<RegistryLogin> LogInAsync(string repository, CancellationToken cancellationToken);
}
