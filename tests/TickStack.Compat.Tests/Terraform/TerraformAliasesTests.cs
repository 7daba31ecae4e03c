using Cake.Core;
using Cake.Terraform;
using Cake.Terraform.Validate;
using TickStack.Compat.Tests.Fakes;

namespace TickStack.Compat.Tests.Terraform;

/// <summary>The command lines are those of Cake.Terraform 0.15.0.</summary>
public class TerraformAliasesTests
{
    public static TheoryData<Action<ICakeContext>, string> Commands => new()
    {
        { cake => cake.TerraformInit(new()), "init" },
        {
            cake => cake.TerraformInit(new()
            {
                BackendConfigOverrides = new() { ["bucket"] = "state", ["key"] = "cluster" },
                ForceCopy = true, ForceReconfigure = true, Input = false, Backend = false,
            }),
            """init -backend-config "bucket=state" -backend-config "key=cluster" -force-copy -reconfigure -input=False -backend=False"""
        },
        { cake => cake.TerraformPlan(new()), "plan -out= -detailed-exitcode" },
        {
            cake => cake.TerraformPlan(new()
            {
                OutFile = "a.tfplan", Parallelism = 4, Destroy = true,
                InputVariablesFile = "a.tfvars.json", InputVariables = new() { ["a"] = "1" }, Input = false,
            }),
            """plan -out=a.tfplan -detailed-exitcode -parallelism=4 -destroy -var-file "a.tfvars.json" -var "a=1" -input=False"""
        },
        { cake => cake.TerraformApply(new() { Plan = "a.tfplan" }), "apply \"a.tfplan\"" },
        {
            cake => cake.TerraformApply(new()
            {
                AutoApprove = true, Destroy = true, Parallelism = 4,
                InputVariablesFile = "a.tfvars.json", InputVariables = new() { ["a"] = "1" }, Input = false,
            }),
            """apply -destroy -auto-approve -parallelism=4 -var-file "a.tfvars.json" -var "a=1" -input=False"""
        },
        { cake => cake.TerraformDestroy(new() { Force = true, InputVariables = new() { ["a"] = "1" } }), """destroy -force -var "a=1" """ },
        { cake => cake.TerraformOutput(new()), "output -no-color" },
        { cake => cake.TerraformOutput(new() { Json = true }), "output -no-color -json" },
        { cake => cake.TerraformOutput(new() { Json = true, Raw = true, OutputName = "cluster_name" }), "output -no-color -raw cluster_name" },
        { cake => cake.TerraformShow(new() { PlanFile = "a.tfplan" }), "show a.tfplan -no-color" },
        { cake => cake.TerraformValidate(new()), "validate" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Commands))]
    public void A_command_is_rendered_as_the_official_package_does(Action<ICakeContext> run, string expected)
    {
        var context = new ToolContext();
        run(context.Cake);
        context.Arguments.ShouldBe(expected.TrimEnd());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public void A_plan_says_whether_it_changes_anything(int exitCode, bool changes) =>
        new ToolContext(exitCode).Cake.TerraformPlan(new()).ShouldBe(changes);

    [Fact]
    public void A_failed_plan_is_an_error() =>
        Should.Throw<CakeException>(() => new ToolContext(exitCode: 1).Cake.TerraformPlan(new()))
            .Message.ShouldBe("Terraform: Process returned an error (exit code 1).");

    [Fact]
    public void Exit_code_two_is_an_error_of_every_other_command() =>
        Should.Throw<CakeException>(() => new ToolContext(exitCode: 2).Cake.TerraformApply(new())).ExitCode.ShouldBe(2);

    [Fact]
    public void The_output_is_returned_with_line_feeds() =>
        new ToolContext(0, "{", "}").Cake.TerraformOutput(new() { Json = true }).ShouldBe("{\n}");

    [Fact]
    public void A_missing_output_is_an_error_unless_it_is_not_looked_for()
    {
        string[] told =
        [
            "The output variable requested could not be found in the state",
            "file. If you recently added this to your configuration, be",
            "sure to run `terraform apply`, since the state won't be updated",
            "with new output variables until that command is run.",
        ];
        Should.Throw<ArgumentException>(() => new ToolContext(0, told).Cake.TerraformOutput(new() { OutputName = "a" })).Message.ShouldBe(
            string.Join('\n', told));
        new ToolContext(0, told).Cake.TerraformOutput(new() { OutputName = "a", ValidateToolOutput = false }).ShouldBe(string.Join('\n', told));
    }

    [Fact]
    public void A_shown_plan_goes_to_the_file()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            new ToolContext(0, "+ one", "- other").Cake.TerraformShow(new() { PlanFile = "a.tfplan", OutFile = file });
            File.ReadAllLines(file).ShouldBe(["+ one", "- other"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_plan_to_show_is_required() => Should.Throw<ArgumentNullException>(() => new ToolContext().Cake.TerraformShow(new()));

    [Fact]
    public void The_working_directory_is_the_root_module()
    {
        var context = new ToolContext();
        context.Cake.TerraformValidate(new TerraformValidateSettings { WorkingDirectory = "terraform/cluster" });
        context.Runner.Settings.WorkingDirectory.FullPath.ShouldEndWith("/terraform/cluster");
    }
}
