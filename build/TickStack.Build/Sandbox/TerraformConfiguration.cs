namespace TickStack.Build.Sandbox;

/// <summary>Sees to it that Terraform finds the AWS provider, and leaves alone a user's own CLI configuration that says where providers come from.</summary>
public sealed class TerraformConfiguration(string repositoryRoot, SandboxFolder folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>The mirror and the file to name in TF_CLI_CONFIG_FILE; null when Terraform is left as it is.</summary>
    public (ProviderMirror Mirror, string File)? Ensure()
    {
        if (UsersFiles().Any(SaysWhereProvidersComeFrom) || ProviderMirror.Find(ProviderMirror.Conventional(environment), LockedVersion()) is not { } mirror)
        {
            return null;
        }

        var file = folder.File("terraform.rc");
        File.WriteAllText(file, mirror.ToCliConfiguration());
        return (mirror, file);
    }

    private IEnumerable<string> UsersFiles() =>
        environment.TryGetValue("TF_CLI_CONFIG_FILE", out var named) ? [named]
        : environment.TryGetValue("HOME", out var home) ? [Path.Combine(home, ".terraformrc")]
        : [];

    private static bool SaysWhereProvidersComeFrom(string file) =>
        File.Exists(file) && File.ReadAllText(file).Contains("provider_installation", StringComparison.Ordinal);

    private string? LockedVersion()
    {
        var lockFile = Path.Combine(repositoryRoot, "terraform", "cluster", ".terraform.lock.hcl");
        return File.Exists(lockFile) ? ProviderMirror.LockedVersion(File.ReadAllText(lockFile)) : null;
    }
}
