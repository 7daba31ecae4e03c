namespace TickStack.Build.Tools.Docker;

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
