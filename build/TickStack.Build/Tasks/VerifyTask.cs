using Cake.Frosting;
using TickStack.Build.Ecs;
using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Looks whether the tasks of a deploy could start: images, secrets, log groups, roles, discovery, room in the cluster")]
public sealed class VerifyTask : CloudTask
{
    protected override async Task RunInCloudAsync(BuildContext context)
    {
        foreach (var service in ChosenServices.Of(context.Options))
        {
            await context.Verify.RunAsync(service, context.Cancellation);
        }
    }
}

/// <summary>Whether the tasks of a service could start, before anything is changed.</summary>
public sealed class DeployVerification(CapacityRequirement capacity, PlannedParts planned, DesiredServices desired, ServiceDeployer deployer, ServiceVerifier verifier, StackSettings settings, IStepReport steps)
{
    /// <summary>Of what a deploy would come to now.</summary>
    public async Task RunAsync(StackService service, CancellationToken cancellationToken)
    {
        await capacity.RunAsync(cancellationToken);
        var parts = await planned.RunAsync(service, cancellationToken);
        var plan = await deployer.PlanAsync(await desired.RunAsync(service, parts, ManifestRendering.PreviewFolder, cancellationToken), cancellationToken);
        await RunAsync(service, plan, parts.Cluster, cancellationToken);
    }

    public async Task RunAsync(StackService service, ServicePlan plan, ClusterOutputs cluster, CancellationToken cancellationToken)
    {
        await verifier.VerifyAsync(plan, Expected(service, cluster), cancellationToken);
        steps.Note($"{plan.Desired.ServiceName}: images, secrets, log groups, roles, discovery and room in the cluster are there");
    }

    private ServiceExpectations Expected(StackService service, ClusterOutputs cluster) => new()
    {
        Architecture = Platform.DockerName(settings.Images.Architecture),
        TaskRole = cluster.TaskRoleArns[service.Name],
        ExecutionRole = cluster.ExecutionRoleArns[service.Name],
    };
}

/// <summary>Whether the instance type of the settings carries both services.</summary>
public sealed class CapacityRequirement(InstanceTypeCheck check, StackSettings settings, StackOutputs outputs)
{
    public async Task RunAsync(CancellationToken cancellationToken) =>
        await check.RequireAsync(settings.Infrastructure.InstanceType, await ZoneAsync(cancellationToken), Needs, cancellationToken);

    private StackNeeds Needs
    {
        get
        {
            var sizes = StackService.All.SelectMany(service => service.Components).Select(component => TaskSizes.ForMemoryOptimisedLarge[component.Name]).ToList();
            return new StackNeeds(sizes.Sum(size => size.Cpu), sizes.Sum(size => size.MemoryReservation), StackService.All.Count, settings.Images.Architecture);
        }
    }

    // Terraform takes the first zone that has a subnet, unless one is named; then the volume stays there.
    private async Task<string?> ZoneAsync(CancellationToken cancellationToken) => settings.Infrastructure.AvailabilityZone ?? await outputs.ZoneAsync(cancellationToken);
}
