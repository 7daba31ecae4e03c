using Cake.Core.IO;

namespace TickStack.Build.Options;

/// <summary>The repository to work on: the one that was given, or else the one that this host was compiled from.</summary>
public static class RepositoryRoot
{
    private const string Mark = "TickStack.slnx";

    public static string Of(CommandLine line) => line.Value(EngineOptions.Working) is { } given ? At(given, line.Folder) : Find();

    /// <summary>The folder that was given, absolute; throws FailureException when it is no repository.</summary>
    /// <param name="given">As it stands on the command line. A symbolic link stays one.</param>
    /// <param name="start">Where a relative one begins.</param>
    public static string At(string given, string start)
    {
        var folder = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(given, start));
        return Obstacle(folder) is { } obstacle
            ? throw new FailureException($"--working={given} is no TickStack repository: {obstacle}.", Remedy(folder), ExitCode.InvalidInput)
            : folder;
    }

    public static string Find() => Find(AppContext.BaseDirectory);

    public static string Find(string start) => Above(start)
        ?? throw new FailureException($"{start} is in no TickStack repository: no folder above it holds {Mark}.",
            "Start it with ./build.sh, or give --working=<repository>.", ExitCode.InvalidInput);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (IsRepository(folder.FullName))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static bool IsRepository(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, Mark)) && Directory.Exists(System.IO.Path.Combine(folder, "build", "environments"));

    // Cake cuts a blank off the end of a path, and takes a backslash for a slash: it would work in another folder.
    private static bool IsTakenByCake(string folder) => new DirectoryPath(folder).FullPath == folder;

    private static string? Obstacle(string folder) => folder switch
    {
        _ when File.Exists(folder) => $"{folder} is a file",
        _ when !Directory.Exists(folder) => $"{folder} does not exist, or lies where you may not look",
        _ when !IsReadable(folder) => $"{folder} may not be read by you",
        _ when !IsRepository(folder) => $"{folder} does not hold {Mark} and build/environments",
        _ when !OperatingSystem.IsWindows() && !IsTakenByCake(folder) => $"{folder} has a backslash in it, or a blank at its end, which Cake cannot take",
        _ => null,
    };

    private static bool IsReadable(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    // A folder of a repository was meant to be that repository.
    private static string Remedy(string folder) => Above(folder) is { } above
        ? $"Give the folder that holds {Mark}: --working={above}"
        : $"Give the folder that holds {Mark}, or leave --working out: then it is the repository that the host lies in.";
}
