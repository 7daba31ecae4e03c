namespace TickStack.Build.Tools.Docker;

/// <summary>"host[:port]/path@digest" or "host[:port]/path:tag" in parts.</summary>
/// <param name="Version">Digest or tag.</param>
public sealed record ImageReference(string Server, string Path, string Version)
{
    public string Repository => $"{Server}/{Path}";

    /// <summary>As Docker has it: plain HTTP to registries of this machine, HTTPS to all others.</summary>
    public string Scheme => Server.Split(':')[0] is var host && (host == "localhost" || host.StartsWith("127.", StringComparison.Ordinal)) ? "http" : "https";

    public static ImageReference Parse(string reference)
    {
        var digest = reference.IndexOf('@', StringComparison.Ordinal);
        var end = digest >= 0 ? digest : reference.LastIndexOf(':') is var colon && colon > reference.LastIndexOf('/') ? colon : -1;
        var repository = RepositoryName.Parse(end < 0 ? reference : reference[..end]);
        return new ImageReference(repository.Server, repository.Path, end < 0 ? "latest" : reference[(end + 1)..]);
    }
}
