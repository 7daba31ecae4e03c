using TickStack.Build.Options;

namespace TickStack.Build.Tasks;

[TaskName("Revisions")]
[TaskDescription("Lists the revisions of the task definitions; with --keep, deregisters old ones that nothing uses")]
public sealed class RevisionsTask : CloudTask<RevisionsOptions>
{
    protected override async Task RunInCloudAsync(BuildContext context, RevisionsOptions options)
    {
        var cluster = await context.Outputs.ClusterAsync(context.Cancellation);
        foreach (var service in options.Services.All.Select(service => service.NameIn(context.Settings.Name)))
        {
            if (options.Keep is { } keep)
            {
                var removed = await context.Revisions.CleanAsync(cluster.ClusterName, service, keep, context.Cancellation);
                context.Steps.Note(removed.Count == 0 ? $"{service}: nothing to deregister" : $"{service}: {removed.Count} deregistered");
            }

            await ListAsync(context, cluster.ClusterName, service);
        }
    }

    private static async Task ListAsync(BuildContext context, string cluster, string service)
    {
        foreach (var revision in await context.Revisions.ReadAsync(cluster, service, context.Cancellation))
        {
            context.Steps.Note(revision.Use is null ? revision.Name : $"{revision.Name} ({revision.Use})");
        }
    }
}

/// <param name="Services">Whose revisions.</param>
/// <param name="Keep">How many stay; null: none is deregistered.</param>
public sealed record RevisionsOptions(ChosenServices Services, int? Keep) : ITargetOptions<RevisionsOptions>
{
    private static readonly KnownOption Newest = new(
        "keep",
        OptionValue.Number("N", 1, 1000),
        "Deregister all but the newest N revisions and those in use (without it they are only listed)");

    public static IReadOnlyList<KnownOption> Known => [ChosenServices.Option, Newest];

    public static RevisionsOptions Read(CommandLine line) => new(ChosenServices.Read(line), line.Number(Newest));
}
