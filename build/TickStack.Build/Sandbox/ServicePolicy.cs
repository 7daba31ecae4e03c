namespace TickStack.Build.Sandbox;

/// <summary>
/// Debian's switch that keeps a package's services from starting when it is installed (/usr/sbin/policy-rc.d, exit code 101). One that is there
/// already stays; ours is known by its comment, so that one which a killed run left behind is removed by the next.
/// </summary>
public sealed class ServicePolicy(string path)
{
    private const string Script = """
        #!/bin/sh
        # Written by the TickStack sandbox while it installs packages; it removes this again.
        exit 101

        """;

    public const string SystemPath = "/usr/sbin/policy-rc.d";

    public async Task<T> WithoutServicesAsync<T>(Func<Task<T>> install)
    {
        Deny();
        try
        {
            return await install();
        }
        finally
        {
            Restore();
        }
    }

    private void Deny()
    {
        if (File.Exists(path))
        {
            return;
        }

        File.WriteAllText(path, Script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
    }

    private void Restore()
    {
        if (File.Exists(path) && File.ReadAllText(path) == Script)
        {
            File.Delete(path);
        }
    }
}
