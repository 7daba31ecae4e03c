namespace TickStack.Build.Sandbox;

/// <summary>The AWS emulator that server.py extends. Its inner types are patched, so the version is exact where the sandbox chooses it.</summary>
public static class Moto
{
    public const string Version = "5.2.1";

    public const string Requirement = $"moto[server]=={Version}";

    public const string Image = $"motoserver/moto:{Version}";

    /// <summary>An installed one of the same minor version serves as well.</summary>
    public static bool Accepts(string version) =>
        System.Version.TryParse(version, out var installed) && System.Version.Parse(Version) is var wanted
        && (installed.Major, installed.Minor) == (wanted.Major, wanted.Minor);
}
