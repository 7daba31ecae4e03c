using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Ecs;

/// <summary>The revisions of a service's family, and which of them are in use.</summary>
public sealed class RevisionList(IAmazonECS ecs, IRolloutReport report, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<RevisionState>> ReadAsync(string cluster, string service, CancellationToken cancellationToken) =>
        ReadAsync(Calls(service), cluster, service, cancellationToken);

    /// <summary>Deregisters those that nothing needs, but for the newest.</summary>
    /// <param name="keep">How many of the newest stay whether they are in use or not.</param>
    /// <returns>What was deregistered.</returns>
    public async Task<IReadOnlyList<RevisionState>> CleanAsync(string cluster, string service, int keep, CancellationToken cancellationToken)
    {
        var calls = Calls(service);
        var old = (await ReadAsync(calls, cluster, service, cancellationToken)).Skip(keep).Where(revision => revision.Use is null).ToList();
        foreach (var revision in old)
        {
            await calls.DeregisterAsync(revision.Arn, cancellationToken);
            report.News(service, $"{revision.Name} deregistered");
        }

        return old;
    }

    private EcsCalls Calls(string service) => new(ecs, time, news => report.News(service, news));

    private static async Task<IReadOnlyList<RevisionState>> ReadAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken)
    {
        var uses = await UsesAsync(calls, cluster, service, cancellationToken);
        var arns = await ListAsync(calls, service, cancellationToken);
        return [.. arns.OrderByDescending(TaskDefinitionRevision.NumberOf).Select(arn => new RevisionState(arn, uses.GetValueOrDefault(arn)))];
    }

    private static async Task<Dictionary<string, string>> UsesAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken)
    {
        var uses = new Dictionary<string, string>();
        if (await calls.FindServiceAsync(cluster, service, cancellationToken) is not { Status: "ACTIVE" or "DRAINING" } live)
        {
            return uses;
        }

        foreach (var deployment in live.Deployments ?? [])
        {
            uses.TryAdd(deployment.TaskDefinition!, deployment.Status == "PRIMARY" ? "runs" : "runs beside the primary deployment");
        }

        foreach (var task in await calls.RunningTasksAsync(cluster, service, cancellationToken))
        {
            uses.TryAdd(task.TaskDefinitionArn!, "a task of it runs");
        }

        if (RollbackChoice.Last(live, await new ServiceHistory(calls).CompletedAsync(cluster, service, cancellationToken)) is { } previous)
        {
            uses.TryAdd(previous.TaskDefinition, "a rollback goes there");
        }

        return uses;
    }

    private static async Task<List<string>> ListAsync(EcsCalls calls, string family, CancellationToken cancellationToken)
    {
        var arns = new List<string>();
        var request = new ListTaskDefinitionsRequest { FamilyPrefix = family, Status = TaskDefinitionStatus.ACTIVE, Sort = SortOrder.DESC };
        do
        {
            var page = await calls.SendAsync("ListTaskDefinitions", (ecs, token) => ecs.ListTaskDefinitionsAsync(request, token), cancellationToken);
            arns.AddRange(page.TaskDefinitionArns ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        // The filter takes a prefix: another family may begin with the same letters.
        return [.. arns.Where(arn => TaskDefinitionRevision.FamilyOf(arn) == family)];
    }
}

/// <summary>A revision that could be started.</summary>
/// <param name="Arn">Of the task definition.</param>
/// <param name="Use">Why it must stay; null: nothing needs it.</param>
public sealed record RevisionState(string Arn, string? Use)
{
    public string Name => TaskDefinitionRevision.NameOf(Arn)!;
}
