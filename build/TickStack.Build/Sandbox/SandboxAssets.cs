namespace TickStack.Build.Sandbox;

/// <summary>The files that the sandbox brings along, copied beside the host.</summary>
public sealed record SandboxAssets(string Path)
{
    public static SandboxAssets OfHost { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "Sandbox"));

    /// <summary>Folder of server.py.</summary>
    public string Emulator => System.IO.Path.Combine(Path, "emulator");

    /// <summary>build.sh COMPONENT TAG builds a stand-in base image and imports it as TAG.</summary>
    public string Bases => System.IO.Path.Combine(Path, "bases");
}
