using Amazon.ECS;
using TickStack.Build.Errors;
using TickStack.Build.Infrastructure;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Operations;
using TickStack.Build.Settings;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Tasks.Steps;

/// <summary>How the services stand.</summary>
public sealed class StatusStep(StackOutputs outputs, IAmazonECS ecs, StatusPrinter printer, StackSettings settings, RunOptions options, RunOutcome outcome, IRolloutReport news, TimeProvider time)
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
