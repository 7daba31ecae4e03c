namespace TickStack.Build.Sandbox;

/// <summary>Everything that the sandbox keeps: the folder .sandbox of a tree. Only its owner may look inside.</summary>
public sealed record SandboxFolder(string Path)
{
    public static SandboxFolder Of(string repositoryRoot) => new(System.IO.Path.GetFullPath(System.IO.Path.Combine(repositoryRoot, ".sandbox")));

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A folder below, made when it is missing.</summary>
    public string Folder(string name) => Directory.CreateDirectory(File(name)).FullName;

    /// <summary>Log of one part: logs/NAME.log.</summary>
    public string Log(string name) => File(System.IO.Path.Combine("logs", $"{name}.log"));

    /// <summary>Where a started process writes down who it is: run/NAME.pid.</summary>
    public string PidFile(string name) => File(System.IO.Path.Combine("run", $"{name}.pid"));

    /// <summary>Makes the folder itself and those of logs and pid files.</summary>
    public void Make()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Folder("logs");
        Folder("run");
    }
}

/// <summary>The files that the sandbox brings along, copied beside the host.</summary>
public sealed record SandboxAssets(string Path)
{
    public static SandboxAssets OfHost { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "Sandbox"));

    /// <summary>Folder of server.py.</summary>
    public string Emulator => System.IO.Path.Combine(Path, "emulator");

    /// <summary>build.sh COMPONENT TAG builds a stand-in base image and imports it as TAG.</summary>
    public string Bases => System.IO.Path.Combine(Path, "bases");
}
