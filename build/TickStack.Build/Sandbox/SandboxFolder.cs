namespace TickStack.Build.Sandbox;

/// <summary>Everything that the sandbox keeps: the folder .sandbox of a tree. Only its owner may look inside.</summary>
public sealed record SandboxFolder(string Path)
{
    public static SandboxFolder Of(string repositoryRoot) => new(System.IO.Path.GetFullPath(System.IO.Path.Combine(repositoryRoot, ".sandbox")));

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A folder below, made when it is missing.</summary>
    public string Folder(string name)
    {
        Make();
        return Directory.CreateDirectory(File(name)).FullName;
    }

    /// <summary>Log of one part: logs/NAME.log.</summary>
    public string Log(string name) => System.IO.Path.Combine(Folder("logs"), $"{name}.log");

    /// <summary>Where a started process writes down who it is: run/NAME.pid.</summary>
    public string PidFile(string name) => System.IO.Path.Combine(Folder("run"), $"{name}.pid");

    private void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
            return;
        }

        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
