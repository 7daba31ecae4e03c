using Cake.Core;
using Cake.Core.Annotations;
using Cake.Terraform.Apply;
using Cake.Terraform.Destroy;
using Cake.Terraform.Init;
using Cake.Terraform.Output;
using Cake.Terraform.Plan;
using Cake.Terraform.Show;
using Cake.Terraform.Validate;

namespace Cake.Terraform;

/// <summary>Terraform's commands as aliases of the Cake context. All of them throw <see cref="CakeException"/> when terraform is not found or fails.</summary>
[CakeAliasCategory("Terraform")]
public static class TerraformAliases
{
    /// <summary>Prepares the root module: backend, modules, providers.</summary>
    [CakeMethodAlias]
    public static void TerraformInit(this ICakeContext context, TerraformInitSettings settings) =>
        new TerraformInitRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools).Run(settings);

    /// <returns>Whether the plan would change anything.</returns>
    [CakeMethodAlias]
    public static bool TerraformPlan(this ICakeContext context, TerraformPlanSettings settings)
    {
        var runner = new TerraformPlanRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools);
        runner.Run(settings);
        return runner.HasChanges;
    }

    [CakeMethodAlias]
    public static void TerraformApply(this ICakeContext context, TerraformApplySettings settings) =>
        new TerraformApplyRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools).Run(settings);

    [CakeMethodAlias]
    public static void TerraformShow(this ICakeContext context, TerraformShowSettings settings) =>
        new TerraformShowRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools).Run(settings);

    [CakeMethodAlias]
    public static void TerraformDestroy(this ICakeContext context, TerraformDestroySettings settings) =>
        new TerraformDestroyRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools).Run(settings);

    [CakeMethodAlias]
    public static void TerraformValidate(this ICakeContext context, TerraformValidateSettings settings) =>
        new TerraformValidateRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools).Run(settings);

    /// <inheritdoc cref="TerraformOutputRunner.Run"/>
    [CakeMethodAlias]
    public static string TerraformOutput(this ICakeContext context, TerraformOutputSettings settings) =>
        new TerraformOutputRunner(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools).Run(settings);
}
