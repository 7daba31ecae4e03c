using TickStack.Build.Errors;
using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Services;
using TickStack.Build.Services.Differences;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What a deploy would change now.</summary>
public sealed class DiffStep(PlannedPartsStep planned, DesiredServiceStep desired, ServiceDeployer deployer, DiffPrinter printer, RunOutcome outcome, IStepReport steps)
{
    public async Task RunAsync(StackService service, CancellationToken cancellationToken)
    {
        var parts = await planned.RunAsync(service, cancellationToken);
        var plan = await deployer.PlanAsync(await desired.RunAsync(service, parts, RenderStep.PreviewFolder, cancellationToken), cancellationToken);
        var diff = ServiceDiff.Of(plan);
        if (diff.Length == 0)
        {
            steps.Note($"{plan.Desired.ServiceName}: no differences");
            return;
        }

        printer.Print(diff);
        outcome.Conclude(ExitCode.Differences);
    }
}
