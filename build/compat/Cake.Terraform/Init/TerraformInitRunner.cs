using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Init;

public class TerraformInitRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformInitSettings>(fileSystem, environment, processRunner, tools)
{
    public void Run(TerraformInitSettings settings)
    {
        var arguments = new ProcessArgumentBuilder().Append("init");
        foreach (var (key, value) in settings.BackendConfigOverrides ?? []) arguments.AppendSwitchQuoted("-backend-config", $"{key}={value}");
        arguments
            .AppendIf(settings.ForceCopy, "-force-copy")
            .AppendIf(settings.ForceReconfigure, "-reconfigure")
            .AppendIf(!settings.Input, "-input=False")
            .AppendIf(!settings.Backend, "-backend=False");
        Run(settings, arguments);
    }
}
