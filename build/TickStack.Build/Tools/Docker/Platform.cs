using System.Runtime.InteropServices;

namespace TickStack.Build.Tools.Docker;

/// <summary>Docker's platform for EC2's architecture.</summary>
public static class Platform
{
    /// <summary>What Docker calls it: "amd64" for "x86_64".</summary>
    public static string DockerName(string architecture) => architecture == "arm64" ? "arm64" : "amd64";

    /// <returns>"linux/arm64" and the like, or null when this machine builds that anyway: older engines refuse the flag.</returns>
    public static string? IfForeign(string architecture)
    {
        var wanted = architecture == "arm64" ? Architecture.Arm64 : Architecture.X64;
        return wanted == RuntimeInformation.OSArchitecture ? null : $"linux/{DockerName(architecture)}";
    }
}
