using Amazon.ECS;
using Cake.Frosting;
using TickStack.Build.Ecs;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

[TaskName("Status")]
[TaskDescription("Shows how the services stand; exit code 4 when one is not healthy")]
public sealed class StatusTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Status.RunAsync(context.Cancellation);
}

/// <summary>How the services stand.</summary>
public sealed class StackStatus(StackOutputs outputs, IAmazonECS ecs, StatusPrinter printer, StackSettings settings, RunOptions options, RunOutcome outcome, IRolloutReport news, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cluster = await outputs.ClusterAsync(cancellationToken);
        var services = ChosenServices.Of(options);
        var states = await Task.WhenAll(services.Select(service =>
            ServiceStatus.ReadAsync(ecs, cluster.ClusterName, service.NameIn(settings.Name), news, time, cancellationToken)));
        printer.Print(states, [.. services.SelectMany(service => Pointers.To(service, cluster))]);

        if (!states.All(state => state.IsHealthy))
        {
            outcome.Conclude(ExitCode.NotHealthy);
        }
    }
}

/// <summary>The services that the command line asks for, in the order of deployment.</summary>
public static class ChosenServices
{
    public static IReadOnlyList<StackService> Of(RunOptions options) =>
        [.. StackService.All.Where(service => options.Service is null || service.Name == options.Service)];
}
