using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Terraform.Show;

public class TerraformShowRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
    : TerraformRunner<TerraformShowSettings>(fileSystem, environment, processRunner, tools)
{
    /// <exception cref="ArgumentNullException">There is no plan file.</exception>
    public void Run(TerraformShowSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings.PlanFile);
        var arguments = new ProcessArgumentBuilder().Append("show").Append(settings.PlanFile.FullPath).Append("-no-color");
        Run(settings, arguments, new ProcessSettings { RedirectStandardOutput = settings.OutFile is not null }, process => Save(process, settings.OutFile));
    }

    private static void Save(IProcess process, FilePath? file)
    {
        if (file is not null) File.WriteAllText(file.FullPath, string.Join(Environment.NewLine, process.GetStandardOutput()));
    }
}

public class TerraformShowSettings : TerraformSettings
{
    /// <summary>Where the text goes, relative to the process's own directory; without it, to the console.</summary>
    public FilePath? OutFile { get; set; }

    /// <summary>The saved plan to show; required.</summary>
    public FilePath? PlanFile { get; set; }
}
