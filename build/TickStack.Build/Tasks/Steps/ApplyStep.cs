using TickStack.Build.Infrastructure;
using TickStack.Build.Reporting;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Terraform root → outputs.</summary>
public sealed class ApplyStep(CapacityStep capacity, InfrastructureStage infrastructure, RunOptions options, RunReport report)
{
    public async Task RunAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (root == TerraformRoot.Cluster)
        {
            await capacity.RunAsync(cancellationToken);
        }

        var outcome = root == TerraformRoot.Cluster && options.Approved
            ? await infrastructure.ApplyApprovedAsync(root, cancellationToken)
            : await infrastructure.ApplyAsync(root, cancellationToken);
        report.Add(outcome);
    }
}
