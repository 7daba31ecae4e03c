using Amazon.ECS.Model;

namespace TickStack.Build.Services.Rollouts;

/// <summary>All that a watch has seen up to one look at the service.</summary>
public sealed record RolloutProgress
{
    public required Rollout Rollout { get; init; }

    /// <summary>The service at the last look.</summary>
    public required Service Service { get; init; }

    /// <summary>Of this rollout, oldest first.</summary>
    public required IReadOnlyList<ServiceEvent> Events { get; init; }

    /// <summary>Tasks that were seen running and then were not.</summary>
    public int LostTasks { get; init; }

    /// <summary>The deployment that is watched; null once ECS has dropped it.</summary>
    public Deployment? Deployment => Service.Deployments?.FirstOrDefault(deployment => deployment.Id == Rollout.DeploymentId);

    public Deployment? Primary => Rollout.Primary(Service);

    public static RolloutProgress Start(Rollout rollout, Service service) => new()
    {
        Rollout = rollout,
        Service = service,
        Events = NewEvents(service, rollout.EarlierEvents),
    };

    public RolloutProgress Next(Service service)
    {
        var known = Rollout.EarlierEvents.Concat(Events.Select(happened => happened.Id!)).ToHashSet();
        var next = this with { Service = service, Events = [.. Events, .. NewEvents(service, known)] };
        return next with { LostTasks = LostTasks + Math.Max((Deployment?.RunningCount ?? 0) - (next.Deployment?.RunningCount ?? 0), 0) };
    }

    private static IReadOnlyList<ServiceEvent> NewEvents(Service service, IReadOnlySet<string> known) =>
        [.. (service.Events ?? []).Where(happened => !known.Contains(happened.Id!)).Reverse()];
}
