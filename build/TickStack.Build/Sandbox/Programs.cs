namespace TickStack.Build.Sandbox;

/// <summary>Finds programs on PATH and, since they are not on everybody's, in the folders for the system's own.</summary>
public sealed class Programs(IReadOnlyDictionary<string, string> environment)
{
    private static readonly string[] SystemFolders = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

    /// <summary>PATH with the system's folders, for a child that starts programs of its own.</summary>
    public string SearchPath => string.Join(Path.PathSeparator, Folders);

    private IEnumerable<string> Folders =>
        environment.GetValueOrDefault("PATH", "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Union(SystemFolders);

    public string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
