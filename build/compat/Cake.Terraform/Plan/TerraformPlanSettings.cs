using Cake.Core.IO;

namespace Cake.Terraform.Plan;

public class TerraformPlanSettings : TerraformSettings
{
    /// <summary>Where the plan is saved, relative to the root module; without it the plan is only shown.</summary>
    public FilePath? OutFile { get; set; }

    /// <summary>How many resources are worked on at once; 0 leaves it to terraform (10).</summary>
    public int Parallelism { get; set; }

    public Dictionary<string, string>? InputVariables { get; set; }

    public string? InputVariablesFile { get; set; }

    /// <summary>Plans to destroy everything.</summary>
    public bool Destroy { get; set; }

    /// <summary>Whether terraform may ask.</summary>
    public bool Input { get; set; } = true;
}
