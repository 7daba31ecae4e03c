using System.Runtime.InteropServices;
using TickStack.Build.Artifacts;

namespace TickStack.Build.Sandbox;

/// <summary>
/// Terraform's AWS provider from a folder on this machine, in the layout that Terraform calls a filesystem mirror:
/// registry.terraform.io/hashicorp/aws/VERSION/OS_ARCH/, or packed, registry.terraform.io/hashicorp/aws/terraform-provider-aws_VERSION_OS_ARCH.zip.
/// </summary>
/// <param name="Folder">That holds registry.terraform.io.</param>
public sealed partial record ProviderMirror(string Folder)
{
    private const string Provider = "registry.terraform.io/hashicorp/aws";

    /// <summary>"linux_amd64", as Terraform names platforms.</summary>
    public static string Platform { get; } = $"{System}_{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}";

    private static string System => OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux";

    /// <summary>A CLI configuration that takes this provider from the folder and every other one from where it comes from.</summary>
    public string ToCliConfiguration() => $$"""
        provider_installation {
          filesystem_mirror {
            path    = "{{Folder.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}"
            include = ["{{Provider}}"]
          }
          direct {
            exclude = ["{{Provider}}"]
          }
        }

        """;

    /// <summary>The first conventional folder that holds the provider for this platform, or null.</summary>
    /// <param name="folders">See <see cref="Conventional"/>.</param>
    /// <param name="version">The one that the lock file asks for; null takes any. A folder with another one would make Terraform fail.</param>
    public static ProviderMirror? Find(IEnumerable<string> folders, string? version) =>
        folders.Where(folder => Holds(folder, version)).Select(folder => new ProviderMirror(folder)).FirstOrDefault();

    /// <summary>Where mirrors are: Terraform's own places, then /opt/*.</summary>
    public static IEnumerable<string> Conventional(IReadOnlyDictionary<string, string> environment)
    {
        string[] fixedPlaces = [
            environment.GetValueOrDefault("TF_PLUGIN_CACHE_DIR", ""), Home(environment), "/usr/local/share/terraform/plugins", "/usr/share/terraform/plugins"];
        var optional = Directory.Exists("/opt") ? Directory.EnumerateDirectories("/opt").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return fixedPlaces.Where(place => place.Length > 0).Concat(optional);
    }

    /// <summary>Version of the AWS provider in a .terraform.lock.hcl, or null.</summary>
    public static string? LockedVersion(string lockFile) =>
        LockedProvider().Match(lockFile) is { Success: true } match ? match.Groups["version"].Value : null;

    private static string Home(IReadOnlyDictionary<string, string> environment) =>
        environment.TryGetValue("HOME", out var home) ? Path.Combine(home, ".terraform.d", "plugins") : "";

    private static bool Holds(string folder, string? version)
    {
        var provider = Path.Combine(folder, Provider);
        return Directory.Exists(provider)
            && (Directory.EnumerateDirectories(provider, version ?? "*").Any(unpacked => Directory.Exists(Path.Combine(unpacked, Platform)))
                || Directory.EnumerateFiles(provider, $"terraform-provider-aws_{version ?? "*"}_{Platform}.zip").Any());
    }

    [GeneratedRegex(
        """provider\s+"registry\.terraform\.io/hashicorp/aws"\s*\{[^}]*?version\s*=\s*"(?<version>[^"]+)"  """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LockedProvider();
}

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
        StagedFile.Write(file, mirror.ToCliConfiguration());
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
