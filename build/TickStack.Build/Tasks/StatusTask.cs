using TickStack.Build.Ecs;

namespace TickStack.Build.Tasks;

[TaskName("Status")]
[TaskDescription("Shows how the services stand; exit code 4 when one is not healthy")]
public sealed class StatusTask : CloudTask<ChosenServices>
{
    protected override async Task RunInCloudAsync(BuildContext context, ChosenServices services)
    {
        var cluster = await context.Outputs.ClusterAsync(context.Cancellation);
        var states = await Task.WhenAll(services.All.Select(service =>
            context.StatusReader.ReadAsync(cluster.ClusterName, service.NameIn(context.Settings.Name), context.Cancellation)));
        context.StatusPrinter.Print(states, [.. services.All.SelectMany(service => Pointers.To(service, cluster))]);

        if (!states.All(state => state.IsHealthy))
        {
            context.Outcome.Conclude(ExitCode.NotHealthy);
        }
    }
}
