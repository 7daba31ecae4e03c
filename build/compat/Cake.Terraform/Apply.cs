using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Apply;

public class TerraformApplyRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformApplySettings>(fileSystem, environment, processRunner, tools)
{
    public void Run(TerraformApplySettings settings)
    {
        var arguments = new ProcessArgumentBuilder()
            .Append("apply")
            .AppendIf(settings.Destroy, "-destroy")
            .AppendIf(settings.AutoApprove, "-auto-approve");
        if (settings.Plan is not null) arguments.AppendQuoted(settings.Plan.FullPath);
        Run(settings, arguments
            .AppendIf(settings.Parallelism != 0, $"-parallelism={settings.Parallelism}")
            .AppendVariables(settings.InputVariablesFile, settings.InputVariables)
            .AppendIf(!settings.Input, "-input=False"));
    }
}

public class TerraformApplySettings : TerraformSettings
{
    /// <summary>
    /// How many resources are worked on at once; 0 leaves it to terraform (10). It follows the plan on the command line, where terraform
    /// refuses it: set one of the two.
    /// </summary>
    public int Parallelism { get; set; }

    /// <summary>A saved plan, applied as it is, without asking.</summary>
    public FilePath? Plan { get; set; }

    public Dictionary<string, string>? InputVariables { get; set; }

    public string? InputVariablesFile { get; set; }

    /// <summary>Applies without asking.</summary>
    public bool AutoApprove { get; set; }

    /// <summary>Whether terraform may ask. Like <see cref="Parallelism"/>, not together with a saved plan.</summary>
    public bool Input { get; set; } = true;

    /// <summary>Destroys everything instead.</summary>
    public bool Destroy { get; set; }
}
