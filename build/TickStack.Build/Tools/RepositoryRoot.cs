using TickStack.Build.Errors;

namespace TickStack.Build.Tools;

/// <summary>Finds the repository that this host was compiled from.</summary>
public static class RepositoryRoot
{
    private const string Mark = "TickStack.slnx";

    public static string Find() => Find(AppContext.BaseDirectory);

    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        throw new FailureException($"{start} is in no TickStack repository: no folder above it holds {Mark}.", "Start it with ./build.sh, or give --working=<repository>.", ExitCode.InvalidInput);
    }
}
