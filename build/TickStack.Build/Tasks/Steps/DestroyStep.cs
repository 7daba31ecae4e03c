using TickStack.Build.Infrastructure;
using TickStack.Build.Infrastructure.Restoring;
using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Operations;
using TickStack.Build.Settings;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Removes the services, then the cluster, then, when asked to, what holds data. A run that was cut short is finished by the next.</summary>
public sealed class DestroyStep(
    Confirmation confirmation, ServiceRemoval removal, DestroyStage infrastructure, VolumeReplacement replacement, StaleResults stale, StackSettings settings, RunOptions options, IStepReport steps, TimeProvider time)
{
    // The database last, as nobody writes to it any more.
    private IEnumerable<string> Names => StackService.All.Reverse().Select(service => service.NameIn(settings.Name));

    // Terraform names the cluster so.
    private string Cluster => settings.Name;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        confirmation.Check();
        var scope = await ReadAsync(cancellationToken);
        if (scope.IsEmpty)
        {
            stale.Delete(options.IncludeData);
            steps.Note(DestroyNotice.Nothing(scope));
            return;
        }

        await confirmation.RequireAsync(DestroyNotice.Before(scope, settings), cancellationToken);

        // From here on they do not hold, however this run ends.
        stale.Delete(options.IncludeData);
        await DestroyAsync(scope, cancellationToken);
        foreach (var line in DestroyNotice.After(scope, time.GetUtcNow()))
        {
            steps.Note(line);
        }
    }

    private async Task<DestroyScope> ReadAsync(CancellationToken cancellationToken)
    {
        var cluster = await infrastructure.ReadAsync(TerraformRoot.Cluster, cancellationToken);
        var registry = options.IncludeData ? await infrastructure.ReadAsync(TerraformRoot.Registry, cancellationToken) : [];
        var services = new List<string>();
        foreach (var name in Names)
        {
            if (await removal.IsThereAsync(Cluster, name, cancellationToken))
            {
                services.Add(name);
            }
        }

        return new DestroyScope(services, cluster, registry, options.IncludeData) { Replaced = await replacement.ReplacedAsync(cancellationToken) };
    }

    // Services first: ECS refuses to delete a cluster that has any.
    private async Task DestroyAsync(DestroyScope scope, CancellationToken cancellationToken)
    {
        foreach (var service in scope.Services)
        {
            await removal.RemoveAsync(Cluster, service, cancellationToken);
        }

        if (scope.IncludesData)
        {
            await infrastructure.DestroyWithDataAsync(TerraformRoot.Cluster, scope.Cluster, cancellationToken);
            await infrastructure.DestroyWithDataAsync(TerraformRoot.Registry, scope.Registry, cancellationToken);
        }
        else
        {
            await infrastructure.DestroyAsync(TerraformRoot.Cluster, scope.Cluster, cancellationToken);
        }
    }
}
