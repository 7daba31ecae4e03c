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
