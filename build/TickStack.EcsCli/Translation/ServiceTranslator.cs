using Amazon.ECS.Model;

namespace TickStack.EcsCli.Translation;

/// <summary>The request that creates a service as ecs-cli's "service up" would, from its translated files and options.</summary>
public static class ServiceTranslator
{
    /// <summary>The platform from which Fargate can mount EFS.</summary>
    private const string FargateWithEfs = "1.4.0";

    /// <exception cref="FailureException">Options that ECS would refuse.</exception>
    public static CreateServiceRequest Translate(TranslatedService service, TranslationOptions options)
    {
        var problems = new ProblemLog();
        ServiceChecks.Check(options, problems);
        ServiceChecks.Check(service, options, problems);
        problems.ThrowIfAny();
        var isDaemon = options.SchedulingStrategy?.Value == "DAEMON";
        return new CreateServiceRequest
        {
            Cluster = options.Cluster,
            ServiceName = options.ProjectName,
            TaskDefinition = service.TaskDefinition.Family,
            DesiredCount = isDaemon ? null : service.DesiredCount ?? 1,
            LaunchType = options.LaunchType,
            SchedulingStrategy = options.SchedulingStrategy,
            PlatformVersion = options.LaunchType?.Value == "FARGATE" && MountsEfs(service) ? FargateWithEfs : null,
            DeploymentConfiguration = Deployment(options),
            NetworkConfiguration = service.NetworkConfiguration,
            PlacementConstraints = service.PlacementConstraints.OrNull(),
            PlacementStrategy = service.PlacementStrategy.OrNull(),
            ServiceRegistries = service.ServiceRegistries.OrNull(),
            LoadBalancers = options.LoadBalancers.OrNull(),
            HealthCheckGracePeriodSeconds = options.HealthCheckGracePeriod,
            Tags = options.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).OrNull(),
            EnableECSManagedTags = options.ManagedTags ? true : null,
            PropagateTags = options.PropagateTags,
        };
    }

    private static bool MountsEfs(TranslatedService service) =>
        service.TaskDefinition.Volumes?.Any(volume => volume.EfsVolumeConfiguration is not null) == true;

    private static DeploymentConfiguration? Deployment(TranslationOptions options) => options is { MinimumHealthyPercent: null, MaximumPercent: null }
        ? null
        : new DeploymentConfiguration { MinimumHealthyPercent = options.MinimumHealthyPercent, MaximumPercent = options.MaximumPercent };
}

/// <summary>What ECS demands of the options of a service, by themselves and in the light of the files.</summary>
public static class ServiceChecks
{
    public static void Check(TranslationOptions options, ProblemLog problems)
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

    public static void Check(TranslatedService service, TranslationOptions options, ProblemLog problems)
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
