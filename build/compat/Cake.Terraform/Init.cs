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

public class TerraformInitSettings : TerraformSettings
{
    /// <summary>Completes a partially configured backend: key by value.</summary>
    public Dictionary<string, string>? BackendConfigOverrides { get; set; }

    /// <summary>Configures the backend anew, whatever the last init configured; no state is moved.</summary>
    public bool ForceReconfigure { get; set; }

    /// <summary>Answers yes when state has to move to another backend.</summary>
    public bool ForceCopy { get; set; }

    /// <summary>Whether terraform may ask.</summary>
    public bool Input { get; set; } = true;

    /// <summary>Whether the backend is configured at all; validation needs none.</summary>
    public bool Backend { get; set; } = true;
}
