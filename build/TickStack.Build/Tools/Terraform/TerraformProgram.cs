using System.Text;
using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Cake.Terraform;
using Cake.Terraform.Apply;
using Cake.Terraform.Init;
using Cake.Terraform.Output;
using Cake.Terraform.Plan;
using Cake.Terraform.Show;
using TickStack.Build.Errors;
using TickStack.Build.Infrastructure;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Processes;

namespace TickStack.Build.Tools.Terraform;

/// <summary>Terraform through Cake.Terraform's aliases.</summary>
public sealed class TerraformProgram(ICakeContext context, ToolInvocation invocation, RootFolders folders, StackSettings settings, LockWatch locks, LockedState locked) : ITerraform
{
    private const string Tool = "terraform";

    // Two roots may be planned at a time, but a plugin cache (TF_PLUGIN_CACHE_DIR) takes one init at a time.
    private static readonly SemaphoreSlim Inits = new(1);

    public async Task InitAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var stamp = new InitStamp(folders, root, settings);
        if (!stamp.IsCurrent)
        {
            await InitAloneAsync(root, stamp, cancellationToken);
        }

        await locks.ClearAsync(root, cancellationToken);
    }

    private async Task InitAloneAsync(TerraformRoot root, InitStamp stamp, CancellationToken cancellationToken)
    {
        await Inits.WaitAsync(cancellationToken);
        try
        {
            await RunInitAsync(root, cancellationToken);
            stamp.Write();
        }
        finally
        {
            Inits.Release();
        }
    }

    private Task RunInitAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var init = Located(root, new TerraformInitSettings { Input = false, BackendConfigOverrides = Backend(root) });
        return RunAsync(
            "init",
            root,
            "If the state bucket does not exist yet, run --target=Bootstrap-State once. If the backend's settings changed, move the state (terraform init -migrate-state) before anything else.",
            recording => context.TerraformInit(recording.Both(init)),
            cancellationToken);
    }

    public Task<bool> PlanAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var plan = Located(root, new TerraformPlanSettings
        {
            Input = false,
            InputVariablesFile = folders.Variables(root),
            OutFile = folders.Plan(root),
        });
        return LockingAsync("plan", root, TerraformRemedy.Plan, recording => context.TerraformPlan(recording.ErrorsKept(plan)), cancellationToken);
    }

    public Task<string> ShowPlanJsonAsync(TerraformRoot root, CancellationToken cancellationToken) => ShowAsync(root, Json(folders.Plan(root)), cancellationToken);

    public Task<string> ShowPlanTextAsync(TerraformRoot root, CancellationToken cancellationToken) => ShowAsync(root, arguments => arguments, cancellationToken);

    // "Input" would put an option behind the plan's path, where Terraform takes none; TF_INPUT says the same.
    public Task ApplyAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var apply = Located(root, new TerraformApplySettings { Input = true, Plan = folders.Plan(root) });
        return LockingAsync(
            "apply",
            root,
            TerraformRemedy.Apply,
            recording =>
            {
                context.TerraformApply(recording.Both(apply));
                return true;
            },
            cancellationToken);
    }

    public Task<string> OutputJsonAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var output = Located(root, new TerraformOutputSettings { Json = true });
        return invocation.RunAsync(
            Tool,
            $"terraform output of terraform/{root.Name}",
            TerraformRemedy.Plan,
            recording => context.TerraformOutput(recording.ErrorsOnly(output)),
            cancellationToken);
    }

    private async Task<string> ShowAsync(TerraformRoot root, Func<ProcessArgumentBuilder, ProcessArgumentBuilder> arguments, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var show = Located(root, new TerraformShowSettings { PlanFile = folders.Plan(root), ArgumentCustomization = arguments });
        await RunAsync("show", root, TerraformRemedy.Plan, recording => context.TerraformShow(recording.Captured(show, text)), cancellationToken);
        return text.ToString();
    }

    // The alias knows no JSON, and Terraform takes its options before the file only.
    private static Func<ProcessArgumentBuilder, ProcessArgumentBuilder> Json(string plan) =>
        _ => new ProcessArgumentBuilder().Append("show").Append("-json").AppendQuoted(plan);

    private Task RunAsync(string verb, TerraformRoot root, string remedy, Action<Recording> call, CancellationToken cancellationToken) =>
        invocation.RunAsync(Tool, $"terraform {verb} of terraform/{root.Name}", remedy, call, cancellationToken);

    private async Task<T> LockingAsync<T>(string verb, TerraformRoot root, string remedy, Func<Recording, T> call, CancellationToken cancellationToken)
    {
        var doing = $"terraform {verb} of terraform/{root.Name}";
        try
        {
            return await locks.RunAsync(root, line => invocation.RunAsync(Tool, doing, remedy, recording => call(recording.Telling(line)), cancellationToken));
        }
        catch (FailureException failure)
        {
            throw locked.Explain(root, doing, failure);
        }
    }

    private Dictionary<string, string> Backend(TerraformRoot root) => new()
    {
        ["bucket"] = settings.StateBucket,
        ["key"] = root.StateKey(settings.Name),
        ["region"] = settings.Region,
    };

    private T Located<T>(TerraformRoot root, T tool)
        where T : ToolSettings
    {
        tool.WorkingDirectory = folders.Configuration(root);
        tool.EnvironmentVariables = folders.Environment(root);
        return tool;
    }
}
