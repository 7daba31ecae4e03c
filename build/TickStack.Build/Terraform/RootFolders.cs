using TickStack.Build.Artifacts;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>Where a root's files are. What Terraform writes lies under artifacts/, so that two environments never share it.</summary>
public sealed class RootFolders(string repositoryRoot, ArtifactStore artifacts)
{
    public string Configuration(TerraformRoot root) => Path.Combine(repositoryRoot, "terraform", root.Name);

    /// <summary>What a plan is made from: the root's own configuration, or the copy that forbids nothing.</summary>
    public string Configuration(TerraformPlan plan) => plan.Unprotected ? Copy(plan.Root) : Configuration(plan.Root);

    public string Copy(TerraformRoot root) => artifacts.PathOf($"terraform/{root.Name}/destroy");

    /// <summary>Everything that a plan is made from, but for the variables.</summary>
    public IEnumerable<string> ConfigurationFiles(TerraformRoot root)
    {
        var folder = Configuration(root);
        var templates = Path.Combine(folder, "templates");
        return Directory.EnumerateFiles(folder, "*.tf")
            .Concat(Directory.EnumerateFiles(folder, "*.hcl"))
            .Concat(Directory.Exists(templates) ? Directory.EnumerateFiles(templates) : []);
    }

    public string Variables(TerraformRoot root) => artifacts.PathOf($"terraform/{root.Name}/variables.tfvars.json");

    public string Plan(TerraformPlan plan) => artifacts.PathOf(plan.File);

    public string PlanText(TerraformPlan plan) => artifacts.PathOf(plan.TextFile);

    /// <summary>TF_DATA_DIR: providers and the backend's settings.</summary>
    public string WorkingData(TerraformRoot root) => artifacts.PathOf($"terraform/{root.Name}/.terraform");

    /// <summary>Whether Terraform's file of the backend's settings is there, and whole.</summary>
    public bool KnowsBackend(TerraformRoot root) => artifacts.Find<JsonObject>(Backend(root)) is not null;

    /// <summary>Terraform replaces no such file that it cannot read.</summary>
    public void ForgetBackend(TerraformRoot root) => artifacts.Delete(Backend(root));

    /// <summary>The environment variables of every terraform command on this root.</summary>
    public Dictionary<string, string> Environment(TerraformRoot root) => new()
    {
        ["TF_DATA_DIR"] = WorkingData(root),
        ["TF_IN_AUTOMATION"] = "1",
        ["TF_INPUT"] = "0",
        ["TF_CLI_ARGS"] = "-no-color",
    };

    private static string Backend(TerraformRoot root) => $"terraform/{root.Name}/.terraform/terraform.tfstate";
}

/// <summary>A copy of a root's configuration in which nothing forbids to destroy, for as long as it is in use.</summary>
public sealed class UnprotectedCopy : IDisposable
{
    private readonly string folder;

    /// <param name="folders">Where the root is, and where its copy goes.</param>
    /// <param name="root">What is copied, its lock file included: the same provider works on both.</param>
    public UnprotectedCopy(RootFolders folders, TerraformRoot root)
    {
        folder = folders.Copy(root);
        Remove();
        foreach (var file in folders.ConfigurationFiles(root))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(folders.Configuration(root), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Path.Combine(folder, DestroyOverride.FileName), DestroyOverride.Of(root));
    }

    public void Dispose() => Remove();

    // A run that was killed has left it.
    private void Remove()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>Settings as the roots' input variables, written to a .tfvars.json: values given by -var lose their inner quotes. Image tags are never among them,
/// so a deploy of another image is no change of infrastructure.</summary>
public static class TerraformVariables
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static string Of(TerraformRoot root, StackSettings settings) =>
        JsonSerializer.Serialize(root == TerraformRoot.Registry ? Registry(settings) : Cluster(settings), Json) + "\n";

    private static SortedDictionary<string, object?> Registry(StackSettings settings) => new(StringComparer.Ordinal)
    {
        ["name"] = settings.Name,
        ["region"] = settings.Region,
        ["account_id"] = settings.Account,
        ["tags"] = settings.Infrastructure.Tags,
    };

    private static SortedDictionary<string, object?> Cluster(StackSettings settings) => new(Registry(settings), StringComparer.Ordinal)
    {
        ["vpc_id"] = settings.Infrastructure.VpcId,
        ["subnet_ids"] = settings.Infrastructure.SubnetIds is { Count: > 0 } subnets ? subnets : null,
        ["availability_zone"] = settings.Infrastructure.AvailabilityZone,
        ["instance_type"] = settings.Infrastructure.InstanceType,
        ["image_id"] = settings.Infrastructure.ImageId,
        ["data_volume_size"] = settings.Infrastructure.DataVolumeSize,
        ["private_namespace"] = settings.Infrastructure.PrivateNamespace,
        ["public_domain"] = settings.Infrastructure.PublicDomain,
        ["log_retention_days"] = settings.Infrastructure.LogRetentionDays,
        ["backup_bucket"] = settings.Images.BackupBucket,
        ["logs_bucket"] = settings.Images.LogsBucket,
    };
}
