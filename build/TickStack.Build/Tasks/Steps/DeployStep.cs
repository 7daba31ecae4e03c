using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Services;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Rendered files → ECS requests → rollout.</summary>
public sealed class DeployStep(PublishedPartsStep published, DesiredServiceStep desired, VerifyStep verify, BackupStep backup, ServiceDeployer deployer, ArtifactStore artifacts, RunReport report)
{
    public async Task RunAsync(StackService service, CancellationToken cancellationToken)
    {
        var parts = published.Run(service);
        var plan = await deployer.PlanAsync(await desired.RunAsync(service, parts, RenderStep.Folder, cancellationToken), cancellationToken);
        if (plan.StartsTasks)
        {
            await verify.RunAsync(service, plan, parts.Cluster, cancellationToken);
            await backup.BeforeAsync(plan, parts.Cluster, cancellationToken);
        }

        var outcome = await deployer.DeployAsync(plan, cancellationToken);
        artifacts.Write($"services/{service.Name}.json", outcome);
        report.Add(outcome);
        report.Point(Pointers.To(service, parts.Cluster));
    }
}
