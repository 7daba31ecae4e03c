using Amazon.ECS.Model;
using TickStack.Build.Documents;
using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Translation;

/// <summary>What ECS demands of the options of a service, by themselves and in the light of the files.</summary>
internal static class ServiceChecks
{
    public static void Check(ServiceOptions options, ProblemLog problems)
    {
        if (options.MaximumPercent < options.MinimumHealthyPercent)
        {
            problems.Add($"the maximum of {options.MaximumPercent} % is below the minimum of {options.MinimumHealthyPercent} %");
        }

        if (options.HealthCheckGracePeriod is not null && options.LoadBalancers.Count == 0)
        {
            problems.Add("a grace period for health checks needs a load balancer", "add --target-group, or leave --health-check-grace-period out");
        }

        if (options is { SchedulingStrategy.Value: "DAEMON", LaunchType.Value: "FARGATE" })
        {
            problems.Add("FARGATE has no instances of which each could run one task of a DAEMON service", "use --scheduling-strategy=REPLICA");
        }
    }

    public static void Check(TranslatedService service, ServiceOptions options, ProblemLog problems)
    {
        if (options.SchedulingStrategy?.Value == "DAEMON" && service.DesiredCount is not null)
        {
            problems.Add("a DAEMON service has no desired count", "leave deploy.replicas out");
        }

        if (options.SchedulingStrategy?.Value == "DAEMON" && service.PlacementStrategy.Count > 0)
        {
            problems.Add("a DAEMON service runs on every instance, so that no strategy can place its tasks", "leave task_placement.strategy out");
        }

        if (options.LaunchType?.Value == "EXTERNAL" && options.LoadBalancers.Count > 0)
        {
            problems.Add("EXTERNAL instances have no load balancers", "leave --target-group out");
        }

        foreach (var balancer in options.LoadBalancers)
        {
            CheckPort(balancer, service.TaskDefinition.ContainerDefinitions!, problems);
        }
    }

    private static void CheckPort(LoadBalancer balancer, List<ContainerDefinition> containers, ProblemLog problems)
    {
        if (containers.FirstOrDefault(container => container.Name == balancer.ContainerName) is not { } target)
        {
            var remedy = Suggestion.Remedy(balancer.ContainerName!, [.. containers.Select(container => container.Name!)]);
            problems.Add($"the load balancer's container '{balancer.ContainerName}' does not exist", remedy);
        }
        else if (target.PortMappings?.Any(mapping => mapping.ContainerPort == balancer.ContainerPort) != true)
        {
            problems.Add(
                $"the load balancer wants port {balancer.ContainerPort} of '{target.Name}', which maps no such port",
                "add it to the service's ports in the compose file");
        }
    }
}
