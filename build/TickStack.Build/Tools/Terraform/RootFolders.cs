using TickStack.Build.Infrastructure;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tools.Terraform;

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

    /// <summary>The environment variables of every terraform command on this root.</summary>
    public Dictionary<string, string> Environment(TerraformRoot root) => new()
    {
        ["TF_DATA_DIR"] = WorkingData(root),
        ["TF_IN_AUTOMATION"] = "1",
        ["TF_INPUT"] = "0",
        ["TF_CLI_ARGS"] = "-no-color",
    };
}
