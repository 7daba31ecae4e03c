using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Output;

public class TerraformOutputRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformOutputSettings>(fileSystem, environment, processRunner, tools)
{
    /// <returns>What terraform printed, lines joined by a line feed. At diagnostic verbosity Cake prints it too, sensitive values included.</returns>
    public string Run(TerraformOutputSettings settings)
    {
        var arguments = new ProcessArgumentBuilder().Append("output").Append("-no-color")
            .AppendIf(settings.Raw, "-raw")
            .AppendIf(settings.Json && !settings.Raw, "-json");
        if (settings.OutputName is not null) arguments.Append(settings.OutputName);

        var output = string.Empty;
        Run(settings, arguments, new ProcessSettings { RedirectStandardOutput = true }, process => output = string.Join('\n', process.GetStandardOutput()));
        return output;
    }
}
