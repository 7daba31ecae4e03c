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

public class TerraformDestroySettings : TerraformSettings
{
    public Dictionary<string, string>? InputVariables { get; set; }

    public string? InputVariablesFile { get; set; }

    /// <summary>
    /// Destroys without asking, with an option that terraform dropped in 0.15; a newer one is told <c>-auto-approve</c> through the argument
    /// customisation, or destroys by an apply.
    /// </summary>
    public bool Force { get; set; }
}
