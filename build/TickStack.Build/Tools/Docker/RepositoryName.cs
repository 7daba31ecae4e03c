namespace TickStack.Build.Tools.Docker;

/// <summary>Takes "registry-host/path" apart.</summary>
public sealed record RepositoryName(string Server, string Path)
{
    public static RepositoryName Parse(string repository) =>
        repository.Split('/', 2) is [var server, var path]
            ? new RepositoryName(server, path)
            : throw new ArgumentException($"'{repository}' is no repository with a registry host", nameof(repository));
}
