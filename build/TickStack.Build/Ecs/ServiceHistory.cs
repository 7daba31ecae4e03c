using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Ecs;

/// <summary>What ECS remembers of a service's deployments: those of the last 90 days.</summary>
public sealed class ServiceHistory(EcsCalls calls)
{
    // What DescribeServiceRevisions takes at once.
    private const int Batch = 20;

    /// <summary>Deployments that completed, newest first.</summary>
    public async Task<IReadOnlyList<CompletedDeployment>> CompletedAsync(string cluster, string service, CancellationToken cancellationToken)
    {
        var request =
            new ListServiceDeploymentsRequest { Cluster = cluster, Service = service, Status = [ServiceDeploymentStatus.SUCCESSFUL], MaxResults = Batch };
        var deployments = await ListAsync(request, cancellationToken);
        var revisions = await RevisionsAsync(deployments, cancellationToken);
        return
        [
            .. deployments
                .OrderByDescending(deployment => deployment.CreatedAt)
                .Where(deployment => revisions.ContainsKey(deployment.TargetServiceRevisionArn!))
                .Select(deployment => new CompletedDeployment(revisions[deployment.TargetServiceRevisionArn!], deployment.FinishedAt)),
        ];
    }

    /// <summary>The newest deployment of all, failed or not.</summary>
    public async Task<ServiceDeploymentBrief?> LatestAsync(string cluster, string service, CancellationToken cancellationToken)
    {
        var deployments = await ListAsync(new() { Cluster = cluster, Service = service, MaxResults = 1 }, cancellationToken);
        return deployments.MaxBy(deployment => deployment.CreatedAt);
    }

    private async Task<List<ServiceDeploymentBrief>> ListAsync(ListServiceDeploymentsRequest request, CancellationToken cancellationToken) =>
        (await calls.SendAsync("ListServiceDeployments", (ecs, token) => ecs.ListServiceDeploymentsAsync(request, token), cancellationToken)).ServiceDeployments
            ?? [];

    private async Task<Dictionary<string, string>> RevisionsAsync(List<ServiceDeploymentBrief> deployments, CancellationToken cancellationToken)
    {
        var arns = deployments.Select(deployment => deployment.TargetServiceRevisionArn).OfType<string>().Distinct().ToList();
        if (arns.Count == 0)
        {
            return [];
        }

        var request = new DescribeServiceRevisionsRequest { ServiceRevisionArns = arns };
        var found = await calls.SendAsync("DescribeServiceRevisions", (ecs, token) => ecs.DescribeServiceRevisionsAsync(request, token), cancellationToken);
        return (found.ServiceRevisions ?? []).ToDictionary(revision => revision.ServiceRevisionArn!, revision => revision.TaskDefinition!);
    }
}

/// <summary>A deployment of a service that ECS brought to its end.</summary>
/// <param name="TaskDefinition">ARN.</param>
/// <param name="FinishedAt">UTC; null while ECS has not noted it.</param>
public sealed record CompletedDeployment(string TaskDefinition, DateTime? FinishedAt)
{
    public string Name => TaskDefinitionRevision.NameOf(TaskDefinition)!;
}

/// <summary>A service that is there, for the targets that work on what runs.</summary>
internal static class LiveService
{
    /// <exception cref="FailureException">There is none, or it is on its way out.</exception>
    public static async Task<Service> RequireAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
        await calls.FindServiceAsync(cluster, service, cancellationToken) is { Status: "ACTIVE" } live
            ? live
            : throw new FailureException($"the cluster {cluster} has no service {service}", "deploy it first: --target=Deploy", ExitCode.Unavailable);
}
