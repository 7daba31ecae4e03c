using Cake.Frosting;
using TickStack.Build.DataVolume;
using TickStack.Build.Ecs;
using TickStack.Build.Options;
using TickStack.Build.Settings;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

[TaskName("Scale")]
[TaskDescription("Stops the services for maintenance and starts them again, and changes nothing else about them")]
public sealed class ScaleTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Scale.RunAsync(context.Cancellation);
}

/// <summary>Stops services for maintenance, and starts them again.</summary>
public sealed class StackScale(StackOutputs outputs, ServiceScale scale, UnfinishedRestore restore, StackSettings settings, RunOptions options)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cluster = await outputs.ClusterAsync(cancellationToken);
        var services = ChosenServices.Of(options);
        if (options.DesiredCount > 0 && await restore.ProblemsAsync(cancellationToken) is { Count: > 0 } problems)
        {
            throw new FailureException(problems, ExitCode.Unavailable);
        }

        // The database stops last and starts first: nobody writes to it meanwhile.
        foreach (var service in options.DesiredCount == 0 ? services.Reverse() : services)
        {
            await scale.ScaleAsync(cluster.ClusterName, service.NameIn(settings.Name), options.DesiredCount, cancellationToken);
        }
    }
}
