using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Plan;

public class TerraformPlanRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformPlanSettings>(fileSystem, environment, processRunner, tools)
{
    private const int Changes = 2;

    /// <summary>Whether the last plan would change anything.</summary>
    public bool HasChanges { get; private set; }

    public void Run(TerraformPlanSettings settings) => Run(settings, new ProcessArgumentBuilder()
        .Append("plan")
        .Append($"-out={settings.OutFile}")
        .Append("-detailed-exitcode")
        .AppendIf(settings.Parallelism > 0, $"-parallelism={settings.Parallelism}")
        .AppendIf(settings.Destroy, "-destroy")
        .AppendVariables(settings.InputVariablesFile, settings.InputVariables)
        .AppendIf(!settings.Input, "-input=False"));

    protected override void ProcessExitCode(int exitCode)
    {
        HasChanges = exitCode == Changes;
        if (!HasChanges) base.ProcessExitCode(exitCode);
    }
}

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
