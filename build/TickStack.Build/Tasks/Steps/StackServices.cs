using TickStack.Build.Manifests;
using TickStack.Build.Services.Operations;
using TickStack.Build.Settings;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Both services around work on their data: those that are there are stopped, and started again.</summary>
public sealed class StackServices(ServiceScale scale, StackSettings settings)
{
    /// <summary>The database stops last: nobody writes to it then, and its files are closed when this returns.</summary>
    public Task StopAsync(string cluster, CancellationToken cancellationToken) => ScaleAsync(cluster, StackService.All.Reverse(), 0, cancellationToken);

    /// <summary>The database starts first, and is healthy before the others begin.</summary>
    public Task StartAsync(string cluster, CancellationToken cancellationToken) => ScaleAsync(cluster, StackService.All, 1, cancellationToken);

    private async Task ScaleAsync(string cluster, IEnumerable<StackService> services, int count, CancellationToken cancellationToken)
    {
        foreach (var name in services.Select(service => service.NameIn(settings.Name)))
        {
            if (await scale.IsThereAsync(cluster, name, cancellationToken))
            {
                await scale.ScaleAsync(cluster, name, count, cancellationToken);
            }
        }
    }
}
