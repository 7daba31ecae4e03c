using System.Runtime.InteropServices;

namespace TickStack.Build.Processes;

/// <summary>Finds the file that a program's name stands for: in the first of these folders that has it and lets it be executed.</summary>
public sealed partial class Programs(IReadOnlyList<string> folders)
{
    private const int MayExecute = 1;

    // They are not on everybody's PATH.
    private static readonly string[] SystemFolders = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

    public static Programs OnPath => new(OwnPath);

    /// <summary>Where .NET looks for what it starts, in its own order.</summary>
    public static Programs OfProcesses => new([System.IO.Path.GetDirectoryName(Environment.ProcessPath) ?? "", Environment.CurrentDirectory, .. OwnPath]);

    /// <summary>The folders as PATH lists them, for a child that starts programs of its own.</summary>
    public string SearchPath => string.Join(System.IO.Path.PathSeparator, folders);

    private static string[] OwnPath => Path(Environment.GetEnvironmentVariable("PATH"));

    /// <param name="environment">PATH is taken from it; the folders for the system's own programs come last.</param>
    public static Programs OfSystem(IReadOnlyDictionary<string, string> environment) =>
        new([.. Path(environment.GetValueOrDefault("PATH")).Union(SystemFolders)]);

    /// <param name="program">Its name; an absolute path is the same in each folder.</param>
    /// <returns>Null when it is in none.</returns>
    public string? Find(string program) =>
        folders.Select(folder => System.IO.Path.Combine(folder, program)).Where(File.Exists).FirstOrDefault(MayBeExecuted);

    private static bool MayBeExecuted(string file) => OperatingSystem.IsWindows() || Access(file, MayExecute) == 0;

    private static string[] Path(string? variable) => variable?.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
