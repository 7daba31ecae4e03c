using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Output;

public class TerraformOutputRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformOutputSettings>(fileSystem, environment, processRunner, tools)
{
    // Terraform before 0.12 said so on standard output, and ended with 0; since then it fails by itself.
    private const string NotFound =
        "The output variable requested could not be found in the state file. If you recently added this to your configuration, "
        + "be sure to run `terraform apply`, since the state won't be updated with new output variables until that command is run.";

    /// <exception cref="ArgumentException">There is no such output.</exception>
    /// <returns>What terraform printed, lines joined by a line feed. At diagnostic verbosity Cake prints it too, sensitive values included.</returns>
    public string Run(TerraformOutputSettings settings)
    {
        var arguments = new ProcessArgumentBuilder().Append("output").Append("-no-color")
            .AppendIf(settings.Raw, "-raw")
            .AppendIf(settings.Json && !settings.Raw, "-json");
        if (settings.OutputName is not null) arguments.Append(settings.OutputName);

        var output = string.Empty;
        Run(settings, arguments, new ProcessSettings { RedirectStandardOutput = true }, process => output = string.Join('\n', process.GetStandardOutput()));
        return settings.ValidateToolOutput && WithoutBlanks(output) == WithoutBlanks(NotFound) ? throw new ArgumentException(output) : output;
    }

    // Terraform breaks its lines as wide as the terminal is.
    private static string WithoutBlanks(string text) => string.Concat(text.Where(character => character is not (' ' or '\r' or '\n')));
}

public class TerraformOutputSettings : TerraformSettings
{
    /// <summary>One output; without it all of them.</summary>
    public string? OutputName { get; set; }

    /// <summary>As JSON, sensitive values in clear.</summary>
    public bool Json { get; set; }

    /// <summary>A single string, number or boolean as it is; wins over <see cref="Json"/>.</summary>
    public bool Raw { get; set; }

    /// <summary>Whether an old terraform's word that there is no such output is an error.</summary>
    public bool ValidateToolOutput { get; set; } = true;
}
