using TickStack.Build.Infrastructure;
using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Services;
using TickStack.Build.Services.Verification;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Docker;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Whether the tasks of a service could start, before anything is changed.</summary>
public sealed class VerifyStep(CapacityStep capacity, PlannedPartsStep planned, DesiredServiceStep desired, ServiceDeployer deployer, ServiceVerifier verifier, StackSettings settings, IStepReport steps)
{
    /// <summary>Of what a deploy would come to now.</summary>
    public async Task RunAsync(StackService service, CancellationToken cancellationToken)
    {
        await capacity.RunAsync(cancellationToken);
        var parts = await planned.RunAsync(service, cancellationToken);
        var plan = await deployer.PlanAsync(await desired.RunAsync(service, parts, RenderStep.PreviewFolder, cancellationToken), cancellationToken);
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
