using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform;

/// <summary>Runs one terraform command and waits for it; throws <see cref="CakeException"/> when terraform is not found or fails.</summary>
public abstract class TerraformRunner<TTerraformSettings>(
    IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : Tool<TTerraformSettings>(fileSystem, environment, processRunner, tools)
    where TTerraformSettings : TerraformSettings
{
    private readonly ICakePlatform platform = environment.Platform;

    protected override string GetToolName() => "Terraform";

    protected override IEnumerable<string> GetToolExecutableNames() => [platform.IsUnix() ? "terraform" : "terraform.exe"];
}

/// <summary>What every terraform command takes; the working directory is the root module.</summary>
public abstract class TerraformSettings : ToolSettings;

/// <summary>Options that several commands share.</summary>
internal static class TerraformArguments
{
    public static ProcessArgumentBuilder AppendIf(this ProcessArgumentBuilder arguments, bool wanted, string option) =>
        wanted ? arguments.Append(option) : arguments;

    /// <summary>
    /// The variables of a file and single ones. A value is put between quotes and not escaped: one that holds quotes
    /// arrives without them, so such values belong into the file or into a <c>TF_VAR_</c> variable.
    /// </summary>
    public static ProcessArgumentBuilder AppendVariables(this ProcessArgumentBuilder arguments, string? file, Dictionary<string, string>? variables)
    {
        if (!string.IsNullOrWhiteSpace(file)) arguments.AppendSwitchQuoted("-var-file", file);
        foreach (var (name, value) in variables ?? []) arguments.AppendSwitchQuoted("-var", $"{name}={value}");
        return arguments;
    }
}
