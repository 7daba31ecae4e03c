using TickStack.Build.Options;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Apply-Infrastructure")]
[TaskDescription("Makes the cluster, its instance, volume, network, names, roles, logs and secrets (terraform/cluster)")]
public sealed class ApplyInfrastructureTask : CloudTask<ApplyOptions>
{
    /// <summary>Plans the cluster, once the instance type is known to carry the stack.</summary>
    public static async Task<PlanSummary> PlanAsync(BuildContext context, CancellationToken cancellationToken)
    {
        await context.Capacity.RequireAsync(cancellationToken);
        return await context.RootPlanner.PlanAsync(TerraformRoot.Cluster, cancellationToken);
    }

    protected override async Task RunInCloudAsync(BuildContext context, ApplyOptions options) =>
        context.Report.Add(options.Approved ? await ApplyApprovedAsync(context) : await ApplyAsync(context));

    private static async Task<InfrastructureOutcome> ApplyApprovedAsync(BuildContext context)
    {
        await context.Capacity.RequireAsync(context.Cancellation);
        return await context.Infrastructure.ApplyApprovedAsync(TerraformRoot.Cluster, context.Cancellation);
    }

    private static Task<InfrastructureOutcome> ApplyAsync(BuildContext context)
    {
        var plan = context.PlanAhead.Take() ?? PlanAsync(context, context.Cancellation);
        return context.Infrastructure.ApplyAsync(TerraformRoot.Cluster, plan, context.Cancellation);
    }
}

/// <param name="Approved">Apply the saved plan or nothing.</param>
public sealed record ApplyOptions(bool Approved) : ITargetOptions<ApplyOptions>
{
    private static readonly KnownOption ApprovedPlan = new("approved", null, "Apply the plan that Plan-Infrastructure saved and someone approved, or nothing");

    public static IReadOnlyList<KnownOption> Known => [ApprovedPlan];

    public static ApplyOptions Read(CommandLine line) => new(line.Has(ApprovedPlan));
}
