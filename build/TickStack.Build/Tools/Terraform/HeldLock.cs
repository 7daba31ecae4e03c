namespace TickStack.Build.Tools.Terraform;

/// <summary>A lock that a terraform of this checkout holds, written down while it does: whoever is killed cannot remove it.</summary>
/// <param name="Id">The lock's.</param>
/// <param name="Process">The terraform that holds it, as a <see cref="Commands.ProcessIdentity"/> is written.</param>
/// <param name="Machine">Where that process's id means something.</param>
internal sealed record HeldLock(string Id, string Process, string Machine)
{
    /// <summary>Host name and, on Linux, the space of process ids: two containers can share a name, and a checkout.</summary>
    public static string ThisMachine { get; } = $"{Environment.MachineName} {ProcessSpace()}".TrimEnd();

    private static string? ProcessSpace() => OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
}
