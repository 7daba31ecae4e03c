using Amazon.ECS.Model;
using TickStack.Build.Documents;
using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Translation;

/// <summary>The request that creates a service as ecs-cli's "service up" would, from its translated files and options.</summary>
public static class ServiceTranslator
{
    /// <summary>The platform from which Fargate can mount EFS.</summary>
    private const string FargateWithEfs = "1.4.0";

    /// <exception cref="FailureException">Options that ECS would refuse.</exception>
    public static CreateServiceRequest Translate(TranslatedService service, ServiceOptions options)
    {
        var problems = new ProblemLog();
        ServiceChecks.Check(options, problems);
        ServiceChecks.Check(service, options, problems);
        problems.ThrowIfAny();
        var isDaemon = options.SchedulingStrategy?.Value == "DAEMON";
        return new CreateServiceRequest
        {
            Cluster = options.Cluster,
            ServiceName = options.ServiceName,
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

    private static DeploymentConfiguration? Deployment(ServiceOptions options) => options is { MinimumHealthyPercent: null, MaximumPercent: null }
        ? null
        : new DeploymentConfiguration { MinimumHealthyPercent = options.MinimumHealthyPercent, MaximumPercent = options.MaximumPercent };
}
