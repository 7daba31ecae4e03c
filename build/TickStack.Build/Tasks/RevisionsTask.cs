using Cake.Frosting;
using TickStack.Build.Ecs;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Revisions")]
[TaskDescription("Lists the revisions of the task definitions; with --keep, deregisters old ones that nothing uses")]
public sealed class RevisionsTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Revisions.RunAsync(context.Cancellation);
}

/// <summary>Lists the revisions of the services' task definitions, and deregisters old ones.</summary>
public sealed class RevisionListing(StackOutputs outputs, RevisionList revisions, StackSettings settings, RunOptions options, IStepReport steps)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cluster = await outputs.ClusterAsync(cancellationToken);
        foreach (var service in ChosenServices.Of(options).Select(service => service.NameIn(settings.Name)))
        {
            if (options.Keep is { } keep)
            {
                var removed = await revisions.CleanAsync(cluster.ClusterName, service, keep, cancellationToken);
                steps.Note(removed.Count == 0 ? $"{service}: nothing to deregister" : $"{service}: {removed.Count} deregistered");
            }

            await ListAsync(cluster.ClusterName, service, cancellationToken);
        }
    }

    private async Task ListAsync(string cluster, string service, CancellationToken cancellationToken)
    {
        foreach (var revision in await revisions.ReadAsync(cluster, service, cancellationToken))
        {
            steps.Note(revision.Use is null ? revision.Name : $"{revision.Name} ({revision.Use})");
        }
    }
}
