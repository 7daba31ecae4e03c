using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Destroy;

public class TerraformDestroyRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformDestroySettings>(fileSystem, environment, processRunner, tools)
{
    public void Run(TerraformDestroySettings settings) => Run(settings, new ProcessArgumentBuilder()
        .Append("destroy")
        .AppendIf(settings.Force, "-force")
        .AppendVariables(settings.InputVariablesFile, settings.InputVariables));
}
