using System.Runtime.InteropServices;

namespace TickStack.Build.Stack;

/// <summary>"host[:port]/path@digest" or "host[:port]/path:tag" in parts; of both, the digest counts.</summary>
/// <param name="Version">Digest or tag.</param>
public sealed record ImageReference(string Server, string Path, string Version)
{
    public string Repository => $"{Server}/{Path}";

    /// <summary>As Docker has it: plain HTTP to registries of this machine, HTTPS to all others.</summary>
    public string Scheme => Server.Split(':')[0] is var host && (host == "localhost" || host.StartsWith("127.", StringComparison.Ordinal)) ? "http" : "https";

    public static ImageReference Parse(string reference)
    {
        var (name, digest) = reference.Split('@', 2) is [var before, var after] ? (before, after) : (reference, null);
        var colon = name.LastIndexOf(':') is var last && last > name.LastIndexOf('/') ? last : -1;
        var repository = RepositoryName.Parse(colon < 0 ? name : name[..colon]);
        return new ImageReference(repository.Server, repository.Path, digest ?? (colon < 0 ? "latest" : name[(colon + 1)..]));
    }
}

/// <summary>Takes "registry-host/path" apart.</summary>
public sealed record RepositoryName(string Server, string Path)
{
    public static RepositoryName Parse(string repository) =>
        repository.Split('/', 2) is [var server, var path]
            ? new RepositoryName(server, path)
            : throw new ArgumentException($"'{repository}' is no repository with a registry host", nameof(repository));
}

/// <summary>Docker's platform for EC2's architecture.</summary>
public static class Platform
{
    /// <summary>What Docker calls it: "amd64" for "x86_64".</summary>
    public static string DockerName(string architecture) => architecture == "arm64" ? "arm64" : "amd64";

    /// <returns>"linux/arm64" and the like, or null when this machine builds that anyway: older engines refuse the flag.</returns>
    public static string? IfForeign(string architecture)
    {
        var wanted = architecture == "arm64" ? Architecture.Arm64 : Architecture.X64;
        return wanted == RuntimeInformation.OSArchitecture ? null : $"linux/{DockerName(architecture)}";
    }
}
