using Cake.Core.IO;
using Cake.Core.Tooling;
using Cake.Terraform;
using Cake.Terraform.Apply;
using Cake.Terraform.Init;
using Cake.Terraform.Output;
using Cake.Terraform.Plan;
using Cake.Terraform.Show;
using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>The terraform program, on one root at a time.</summary>
public interface ITerraform
{
    Task InitAsync(TerraformRoot root, CancellationToken cancellationToken);

    /// <summary>Saves the plan; false when there is nothing to change.</summary>
    Task<bool> PlanAsync(TerraformPlan plan, CancellationToken cancellationToken);

    /// <summary>The saved plan as JSON. It may hold values that nobody should see: take what is needed, show none of it.</summary>
    Task<string> ShowPlanJsonAsync(TerraformPlan plan, CancellationToken cancellationToken);

    /// <summary>The saved plan as people read it, sensitive values left out.</summary>
    Task<string> ShowPlanTextAsync(TerraformPlan plan, CancellationToken cancellationToken);

    /// <summary>Applies exactly the saved plan.</summary>
    Task ApplyAsync(TerraformPlan plan, CancellationToken cancellationToken);

    Task<string> OutputJsonAsync(TerraformRoot root, CancellationToken cancellationToken);
}

/// <summary>Terraform through Cake.Terraform's aliases.</summary>
public sealed class TerraformProgram(ICakeContext context, ToolInvocation invocation, RootFolders folders, StackSettings settings, LockWatch locks) : ITerraform
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
            if (!folders.KnowsBackend(root))
            {
                folders.ForgetBackend(root);
            }

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
            "If the state bucket does not exist yet, run --target=Bootstrap-State once. If the backend's settings changed, "
                + "move the state (terraform init -migrate-state) before anything else.",
            recording => context.TerraformInit(recording.Both(init)),
            cancellationToken);
    }

    public Task<bool> PlanAsync(TerraformPlan plan, CancellationToken cancellationToken)
    {
        var tool = Located(plan, new TerraformPlanSettings
        {
            Input = false,
            InputVariablesFile = folders.Variables(plan.Root),
            OutFile = PlanFile(plan),
            Destroy = plan.Destroys,
            ArgumentCustomization = arguments => Targeted(arguments, plan.Targets),
        });
        return LockingAsync(
            "plan", plan.Root, Remedy(plan, TerraformRemedy.Plan), recording => context.TerraformPlan(recording.ErrorsKept(tool)), cancellationToken);
    }

    public Task<string> ShowPlanJsonAsync(TerraformPlan plan, CancellationToken cancellationToken) =>
        ShowAsync(plan, Json(PlanFile(plan)), cancellationToken);

    public Task<string> ShowPlanTextAsync(TerraformPlan plan, CancellationToken cancellationToken) =>
        ShowAsync(plan, arguments => arguments, cancellationToken);

    // "Input" would put an option behind the plan's path, where Terraform takes none; TF_INPUT says the same.
    public Task ApplyAsync(TerraformPlan plan, CancellationToken cancellationToken)
    {
        var apply = Located(plan, new TerraformApplySettings { Input = true, Plan = PlanFile(plan) });
        return LockingAsync(
            "apply",
            plan.Root,
            Remedy(plan, TerraformRemedy.Apply),
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

    private async Task<string> ShowAsync(
        TerraformPlan plan, Func<ProcessArgumentBuilder, ProcessArgumentBuilder> arguments, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var show = Located(plan, new TerraformShowSettings { PlanFile = PlanFile(plan), ArgumentCustomization = arguments });
        await RunAsync("show", plan.Root, TerraformRemedy.Plan, recording => context.TerraformShow(recording.Captured(show, text)), cancellationToken);
        return text.ToString();
    }

    // The aliases hand the path over without quotes. From where Terraform runs, no blank of the checkout's path is in it.
    private string PlanFile(TerraformPlan plan) => System.IO.Path.GetRelativePath(folders.Configuration(plan), folders.Plan(plan));

    // The alias knows no targets. Quotes are part of an address, as in aws_iam_role.task["tick"]: they must arrive.
    private static ProcessArgumentBuilder Targeted(ProcessArgumentBuilder arguments, IReadOnlyList<string> addresses) => addresses.Aggregate(
        arguments,
        (all, address) => all.Append($"\"-target={address.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));

    // Before a destroy comes to its plan, services are gone: it is not true that nothing was changed.
    private static string Remedy(TerraformPlan plan, string usual) => plan.Destroys || plan.Unprotected ? TerraformRemedy.Destroy : usual;

    // The alias knows no JSON, and Terraform takes its options before the file only.
    private static Func<ProcessArgumentBuilder, ProcessArgumentBuilder> Json(string plan) =>
        _ => new ProcessArgumentBuilder().Append("show").Append("-json").AppendQuoted(plan);

    private Task RunAsync(string verb, TerraformRoot root, string remedy, Action<Recording> call, CancellationToken cancellationToken) =>
        invocation.RunAsync(Tool, $"terraform {verb} of terraform/{root.Name}", remedy, call, cancellationToken);

    private Task<T> LockingAsync<T>(string verb, TerraformRoot root, string remedy, Func<Recording, T> call, CancellationToken cancellationToken)
    {
        var doing = $"terraform {verb} of terraform/{root.Name}";
        return locks.RunAsync(root, doing, line => invocation.RunAsync(Tool, doing, remedy, recording => call(recording.Telling(line)), cancellationToken));
    }

    private Dictionary<string, string> Backend(TerraformRoot root) => new()
    {
        ["bucket"] = settings.StateBucket,
        ["key"] = root.StateKey(settings.Name),
        ["region"] = settings.Region,
    };

    private T Located<T>(TerraformRoot root, T tool)
        where T : ToolSettings => Located(root.Plan, tool);

    private T Located<T>(TerraformPlan plan, T tool)
        where T : ToolSettings
    {
        tool.WorkingDirectory = folders.Configuration(plan);
        tool.EnvironmentVariables = folders.Environment(plan.Root);
        return tool;
    }
}

/// <summary>Remembers what the last "terraform init" was run for: it takes seconds and depends on little.</summary>
internal sealed class InitStamp(RootFolders folders, TerraformRoot root, StackSettings settings)
{
    private readonly string file = System.IO.Path.Combine(folders.WorkingData(root), "tickstack.init");

    public bool IsCurrent => File.Exists(file) && File.ReadAllText(file) == Expected() && folders.KnowsBackend(root)
        && Directory.Exists(System.IO.Path.Combine(folders.WorkingData(root), "providers"));

    public void Write() => StagedFile.Write(file, Expected());

    private string Expected()
    {
        var lockFile = System.IO.Path.Combine(folders.Configuration(root), ".terraform.lock.hcl");
        return Fingerprint.OfParts(new Dictionary<string, string>
        {
            ["providers"] = File.Exists(lockFile) ? File.ReadAllText(lockFile) : string.Empty,
            ["versions"] = File.ReadAllText(System.IO.Path.Combine(folders.Configuration(root), "versions.tf")),
            ["bucket"] = settings.StateBucket,
            ["key"] = settings.Name,
            ["region"] = settings.Region,
            ["endpoint"] = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") ?? string.Empty,
            ["mirror"] = Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE") ?? string.Empty,
        });
    }
}

/// <summary>What helps when Terraform fails; its own lines say why.</summary>
internal static class TerraformRemedy
{
    public const string Plan = "Mend what the lines above name and run the target again; nothing was changed.";

    public const string Apply = "Mend what the lines above name and run the target again: what was made is in the state and is not made twice.";

    public const string Destroy = "Mend what the lines above name and run the target again: it goes on with what is left.";
}
