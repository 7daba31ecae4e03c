using TickStack.Build.Options;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Plan-Infrastructure")]
[TaskDescription("Shows and saves what Apply-Infrastructure would change; changes nothing")]
public sealed class PlanInfrastructureTask : CloudTask<PlanOptions>
{
    protected override async Task RunInCloudAsync(BuildContext context, PlanOptions options)
    {
        await context.Capacity.RequireAsync(context.Cancellation);
        var plan = await context.Infrastructure.PlanAsync(TerraformRoot.Cluster, context.Cancellation);
        if (options.Full && plan.Changes.Count > 0)
        {
            context.PlanReport.Whole(await File.ReadAllTextAsync(context.Folders.PlanText(TerraformRoot.Cluster.Plan), context.Cancellation));
        }
    }
}

/// <param name="Full">Show the whole plan.</param>
public sealed record PlanOptions(bool Full) : ITargetOptions<PlanOptions>
{
    private static readonly KnownOption Whole = new("full", null, "Show the whole plan after its table");

    public static IReadOnlyList<KnownOption> Known => [Whole];

    public static PlanOptions Read(CommandLine line) => new(line.Has(Whole));
}
