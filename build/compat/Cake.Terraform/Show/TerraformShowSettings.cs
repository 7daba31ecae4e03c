using Cake.Core.IO;

namespace Cake.Terraform.Show;

public class TerraformShowSettings : TerraformSettings
{
    /// <summary>Where the text goes, relative to the process's own directory; without it, to the console.</summary>
    public FilePath? OutFile { get; set; }

    /// <summary>The saved plan to show; required.</summary>
    public FilePath? PlanFile { get; set; }
}
