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
    private readonly ICakePlatform _platform = environment.Platform;

    protected override string GetToolName() => "Terraform";

    protected override IEnumerable<string> GetToolExecutableNames() => [_platform.IsUnix() ? "terraform" : "terraform.exe"];
}
