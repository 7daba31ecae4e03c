using TickStack.Build.Ecs;
using TickStack.Build.Manifests;
using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Diff")]
[TaskDescription("Shows what a deploy would change in the services, and changes nothing; exit code 2 when something differs")]
public sealed class DiffTask : CloudTask<ChosenServices>
{
    protected override async Task RunInCloudAsync(BuildContext context, ChosenServices services)
    {
        foreach (var service in services.All)
        {
            await CompareAsync(context, service);
        }
    }

    private static async Task CompareAsync(BuildContext context, StackService service)
    {
        var parts = await context.PlannedParts.OfAsync(service, context.Cancellation);
        var desired = await context.DesiredServices.RenderAsync(service, parts, ManifestRendering.PreviewFolder, context.Cancellation);
        var diff = ServiceDiff.Of(await context.Deployer.PlanAsync(desired, context.Cancellation));
        if (diff.Length == 0)
        {
            context.Steps.Note($"{desired.ServiceName}: no differences");
            return;
        }

        context.DiffPrinter.Print(diff);
        context.Outcome.Conclude(ExitCode.Differences);
    }
}
