using Cake.Core;
using Cake.Docker;
using Cake.Frosting;
using Cake.Terraform;
using Cake.Terraform.Validate;

namespace TickStack.Compat.Tests.Frosting;

/// <summary>The aliases in a task of a host, with the genuine process runner and the tools that are installed.</summary>
public class RealToolTests
{
    [Fact]
    public void Docker_tells_its_version() =>
        HostRun.Of([typeof(DockerVersion)], "--target=DockerVersion").Journal.ShouldHaveSingleItem().ShouldStartWith("Docker version");

    [Fact]
    public void Terraform_validates_a_module_and_refuses_a_broken_one()
    {
        var run = HostRun.Of([typeof(ValidateModules)], "--target=ValidateModules");
        run.Journal.ShouldBe(["valid"]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Terraform: Process returned an error (exit code 1).");
    }

    private sealed class DockerVersion(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            foreach (var line in context.DockerCustomCommand("--version")) journal.Add(line);
        }
    }

    private sealed class ValidateModules(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            var folder = Directory.CreateTempSubdirectory();
            try
            {
                Validate(context, folder, "output \"a\" {\n  value = 1\n}\n");
                journal.Add("valid");
                Validate(context, folder, "output \"a\" {\n  value = missing.value\n}\n");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        private static void Validate(ICakeContext context, DirectoryInfo folder, string module)
        {
            File.WriteAllText(Path.Combine(folder.FullName, "main.tf"), module);
            context.TerraformValidate(new TerraformValidateSettings { WorkingDirectory = folder.FullName });
        }
    }
}
