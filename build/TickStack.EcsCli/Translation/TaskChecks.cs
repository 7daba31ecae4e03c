namespace TickStack.EcsCli.Translation;

/// <summary>What ECS demands of a task as a whole, and of one file in the light of the other. Checked before any call, so that nothing is
/// half-registered.</summary>
internal sealed partial class TaskChecks
{
    private const int LongestImage = 255;

    private readonly ComposeFile compose;
    private readonly EcsParams ecsParams;
    private readonly ProblemLog problems;
    private readonly IReadOnlyList<string> containers;

    private TaskChecks(ComposeFile compose, EcsParams ecsParams, ProblemLog problems)
    {
        (this.compose, this.ecsParams, this.problems) = (compose, ecsParams, problems);
        containers = [.. compose.Services.Select(service => service.Name)];
    }

    public static void Check(ComposeFile compose, EcsParams ecsParams, TranslationOptions options, ProblemLog problems)
    {
        var checks = new TaskChecks(compose, ecsParams, problems);
        checks.Count();
        checks.Essential();
        checks.Replicas();
        checks.ExecutionRole();
        checks.Network();
        checks.LogRouters();
        foreach (var service in compose.Services)
        {
            checks.Container(service);
        }

        PortChecks.Check(compose, ecsParams.NetworkMode?.Value, problems);
        LaunchChecks.Check(ecsParams, options.LaunchType?.Value, problems);
        DiscoveryChecks.Check(compose, ecsParams, problems);
        DependencyChecks.Check(compose, ecsParams, problems);
    }

    private void Count()
    {
        if (compose.Services.ElementAtOrDefault(TaskDefinitionLimits.Containers) is { } service)
        {
            var message = $"{containers.Count} services are more than a task may have containers: {TaskDefinitionLimits.Containers}";
            problems.Add(message, "make several ECS services of them", service.Location);
        }
    }

    private void Essential()
    {
        if (containers.Count > 0 && containers.All(name => ecsParams.Services.GetValueOrDefault(name)?.Essential == false))
        {
            var location = ecsParams.Services[containers[0]].Location;
            problems.Add("no container is essential, so that the task would never end nor be replaced", "leave one without 'essential: false'", location);
        }
    }

    private void Replicas()
    {
        var counts = compose.Services.Where(service => service.Replicas is not null).ToList();
        if (counts.FirstOrDefault(service => service.Replicas!.Value != counts[0].Replicas!.Value) is { } other)
        {
            var message = $"'{other.Name}' and '{counts[0].Name}' differ in deploy.replicas, but share one task";
            problems.Add(message, "give every service the same number", other.Replicas!.Location);
        }
    }

    private void ExecutionRole()
    {
        if (ecsParams.ExecutionRoleArn is null && ecsParams.Services.Values.FirstOrDefault(NeedsExecutionRole) is { } service)
        {
            problems.Add($"ECS cannot read the secrets of '{service.Name}' without a role", "set task_definition.task_execution_role", service.Location);
        }
    }

    private static bool NeedsExecutionRole(ServiceParams service) =>
        service.Secrets.Count + service.LogSecrets.Count > 0 || service.RepositoryCredentials is not null;

    private void Network()
    {
        var mode = ecsParams.NetworkMode?.Value;
        if (mode == "awsvpc" && ecsParams.Network is null)
        {
            problems.Add("network mode awsvpc needs subnets", "set run_params.network_configuration.awsvpc_configuration", ecsParams.NetworkMode!.Location);
        }
        else if (mode != "awsvpc" && ecsParams.Network is { } network)
        {
            var message = $"network_configuration has no effect in network mode {mode ?? "bridge"}";
            problems.Add(message, "set task_definition.ecs_network_mode: awsvpc, or leave it out", network.Location);
        }
    }

    private void LogRouters()
    {
        var routers = ecsParams.Services.Values.Where(service => service.LogRouter is not null).ToList();
        if (routers is [_, var second, ..])
        {
            problems.Add($"'{second.Name}' is a second FireLens container, but a task has one at most", "keep one firelens_configuration", second.Location);
        }

        if (routers.Count == 0 && compose.Services.FirstOrDefault(service => service.Logging?.Driver == "awsfirelens") is { } routed)
        {
            var message = $"'{routed.Name}' logs to awsfirelens, but no container has a firelens_configuration";
            problems.Add(message, "add one in ecs-params.yml", routed.Logging!.Location);
        }
    }

    private void Container(ComposeService service)
    {
        if (!ContainerName().IsMatch(service.Name))
        {
            problems.Add($"'{service.Name}' is no name for a container", "use up to 255 letters, digits, hyphens and underscores", service.Location);
        }

        if (string.IsNullOrWhiteSpace(service.Image))
        {
            problems.Add($"services.{service.Name} has no image", "ECS builds none: name one that is in a registry", service.Location);
        }
        else if (service.Image.Length > LongestImage)
        {
            problems.Add($"the image of '{service.Name}' has {service.Image.Length} characters, and ECS takes {LongestImage}", null, service.Location);
        }

        Secrets(service);
        Duplicates(service.Mounts, mount => mount.ContainerPath, mount => mount.Location, path => $"'{service.Name}' has two mounts at {path}");
    }

    private void Secrets(ComposeService service)
    {
        var (secrets, options) = ecsParams.Services.TryGetValue(service.Name, out var own) ? (own.Secrets, own.LogSecrets) : ([], []);
        Duplicates(options, secret => secret.Name, secret => secret.Location, name => $"'{service.Name}' has two secret log options named {name}");
        Duplicates(secrets, secret => secret.Name, secret => secret.Location, name => $"'{service.Name}' has two secrets named {name}");
        foreach (var secret in secrets.Where(secret => service.Environment.ContainsKey(secret.Name)))
        {
            problems.Add($"{secret.Name} of '{service.Name}' is a secret and a variable of the compose file", "keep the secret", secret.Location);
        }
    }

    private void Duplicates<T>(IReadOnlyList<T> items, Func<T, string> key, Func<T, SourceLocation> location, Func<string, string> message)
    {
        foreach (var group in items.GroupBy(key).Where(group => group.Count() > 1))
        {
            problems.Add(message(group.Key), "keep one of them", location(group.Last()));
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,255}\z")]
    private static partial Regex ContainerName();
}
