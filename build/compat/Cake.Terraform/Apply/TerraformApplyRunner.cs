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
