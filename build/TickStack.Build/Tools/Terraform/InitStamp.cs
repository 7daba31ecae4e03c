using TickStack.Build.Infrastructure;
using TickStack.Build.Settings;

namespace TickStack.Build.Tools.Terraform;

/// <summary>Remembers what the last "terraform init" was run for: it takes seconds and depends on little.</summary>
internal sealed class InitStamp(RootFolders folders, TerraformRoot root, StackSettings settings)
{
    private readonly string file = Path.Combine(folders.WorkingData(root), "tickstack.init");

    public bool IsCurrent => File.Exists(file) && File.ReadAllText(file) == Expected();

    public void Write() => File.WriteAllText(file, Expected());

    private string Expected()
    {
        var lockFile = Path.Combine(folders.Configuration(root), ".terraform.lock.hcl");
        return Fingerprint.OfParts(new Dictionary<string, string>
        {
            ["providers"] = File.Exists(lockFile) ? File.ReadAllText(lockFile) : string.Empty,
            ["versions"] = File.ReadAllText(Path.Combine(folders.Configuration(root), "versions.tf")),
            ["bucket"] = settings.StateBucket,
            ["key"] = settings.Name,
            ["region"] = settings.Region,
            ["endpoint"] = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") ?? string.Empty,
            ["mirror"] = Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE") ?? string.Empty,
        });
    }
}
