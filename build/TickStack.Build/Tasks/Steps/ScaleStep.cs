using TickStack.Build.Errors;
using TickStack.Build.Infrastructure;
using TickStack.Build.Infrastructure.Restoring;
using TickStack.Build.Services.Operations;
using TickStack.Build.Settings;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Stops services for maintenance, and starts them again.</summary>
public sealed class ScaleStep(StackOutputs outputs, ServiceScale scale, UnfinishedRestore restore, StackSettings settings, RunOptions options)
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
