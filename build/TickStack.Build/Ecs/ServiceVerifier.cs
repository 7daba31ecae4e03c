using TickStack.Build.Aws;
using TickStack.Build.Images;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Ecs;

/// <summary>Looks, before anything is changed, whether the tasks of a service could start.</summary>
public sealed class ServiceVerifier(IEnumerable<IServiceCheck> checks)
{
    /// <exception cref="FailureException">Everything that is missing.</exception>
    public async Task VerifyAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(checks.Select(check => check.ProblemsAsync(plan, expected, cancellationToken)));
        if (problems.Any(found => found.Count > 0))
        {
            throw new FailureException([.. problems.SelectMany(found => found)], ExitCode.Unavailable);
        }
    }
}

/// <summary>One thing that must be so before a deploy may change anything.</summary>
public interface IServiceCheck
{
    /// <returns>All that is wrong; empty when nothing is.</returns>
    Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken);
}

/// <summary>What the environment says about a service's tasks, to hold their files against.</summary>
public sealed record ServiceExpectations
{
    /// <summary>The instances', in Docker's terms: "amd64", "arm64".</summary>
    public required string Architecture { get; init; }

    /// <summary>ARN of the role that Terraform made for the containers.</summary>
    public required string TaskRole { get; init; }

    /// <summary>ARN of the role that Terraform made for ECS itself.</summary>
    public required string ExecutionRole { get; init; }

    public static ServiceExpectations Of(StackService service, StackSettings settings, ClusterOutputs cluster) => new()
    {
        Architecture = Platform.DockerName(settings.Images.Architecture),
        TaskRole = cluster.TaskRoleArns[service.Name],
        ExecutionRole = cluster.ExecutionRoleArns[service.Name],
    };
}

/// <summary>Every image is in its repository and runs on the instances' architecture.</summary>
public sealed class ImageCheck(IImageManifests manifests) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var containers = plan.Desired.TaskDefinition.ContainerDefinitions ?? [];
        var problems = await Task.WhenAll(
            containers.Select(container => ProblemAsync(container.Name!, container.Image!, expected.Architecture, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(string container, string image, string architecture, CancellationToken cancellationToken)
    {
        var architectures = await manifests.ArchitecturesAsync(image, cancellationToken);
        return architectures is null ? new Problem($"{container}: the image {image} is not in its repository", "publish it: --target=Publish")
            : architectures.Contains(architecture) ? null
            : new Problem(
                $"{container}: the image {image} runs on {string.Join(", ", architectures)}, but the instances are {architecture}",
                "set images.architecture to the instance type's and publish again: --target=Publish");
    }
}

/// <summary>Every secret and parameter that a container is given exists. Nothing reads a value.</summary>
public sealed class SecretCheck(ISecretReferences secrets) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var references = (plan.Desired.TaskDefinition.ContainerDefinitions ?? [])
            .SelectMany(container => (container.Secrets ?? []).Concat(container.LogConfiguration?.SecretOptions ?? [])
                .Select(secret => (Container: container.Name!, From: secret.ValueFrom!)))
            .DistinctBy(reference => reference.From);
        var problems = await Task.WhenAll(references.Select(reference => ProblemAsync(reference.Container, reference.From, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(string container, string from, CancellationToken cancellationToken) =>
        await secrets.ExistsAsync(from, cancellationToken) ? null
            : new Problem($"{container}: the secret {from} does not exist, or is being deleted", "make it: --target=Apply-Infrastructure");
}

/// <summary>Every log group exists: a container whose group does not never starts.</summary>
public sealed class LogGroupCheck(ILogGroups groups) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var logs = ContainerLog.Of(plan.Desired.TaskDefinition.ContainerDefinitions).DistinctBy(log => log.Group);
        var problems = await Task.WhenAll(logs.Select(log => ProblemAsync(log, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(ContainerLog log, CancellationToken cancellationToken) =>
        await groups.ExistsAsync(log.Group, cancellationToken) ? null
            : new Problem($"{log.Container}: the log group {log.Group} does not exist", "make it: --target=Apply-Infrastructure");
}

/// <summary>The roles are those that Terraform made for this service, and no other's.</summary>
public sealed class RoleCheck : IServiceCheck
{
    public Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var definition = plan.Desired.TaskDefinition;
        return Task.FromResult<IReadOnlyList<Problem>>([.. new[]
        {
            Problem("task_role_arn", definition.TaskRoleArn, expected.TaskRole),
            Problem("task_execution_role", definition.ExecutionRoleArn, expected.ExecutionRole),
        }.OfType<Problem>()]);
    }

    private static Problem? Problem(string key, string? given, string expected) =>
        given == expected ? null : new Problem(
            $"{key} is {given ?? "not set"}, but Terraform made {expected} for this service", "correct it in the service's ecs-params.yml under ecs/");
}

/// <summary>The discovery services exist that the tasks register in.</summary>
public sealed class DiscoveryCheck(IDiscoveryServices discovery) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(plan.Desired.ServiceRegistries.Select(registry => ProblemAsync(registry.RegistryArn!, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(string arn, CancellationToken cancellationToken) =>
        await discovery.ExistsAsync(arn, cancellationToken) ? null
            : new Problem($"the discovery service {arn} does not exist", "make it: --target=Apply-Infrastructure");
}
