using TickStack.Build.Infrastructure;
using TickStack.Build.Infrastructure.Capacity;
using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Rendering;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Whether the instance type of the settings carries both services.</summary>
public sealed class CapacityStep(InstanceTypeCheck check, StackSettings settings, ArtifactStore artifacts)
{
    public Task RunAsync(CancellationToken cancellationToken) => check.RequireAsync(settings.Infrastructure.InstanceType, Zone, Needs, cancellationToken);

    private StackNeeds Needs
    {
        get
        {
            var sizes = StackService.All.SelectMany(service => service.Components).Select(component => TaskSizes.ForMemoryOptimisedLarge[component.Name]).ToList();
            return new StackNeeds(sizes.Sum(size => size.Cpu), sizes.Sum(size => size.MemoryReservation), StackService.All.Count, settings.Images.Architecture);
        }
    }

    // Terraform takes the first zone that has a subnet, unless one is named; then the volume stays there.
    private string? Zone => settings.Infrastructure.AvailabilityZone
        ?? (artifacts.Holds(TerraformRoot.Cluster.OutputsArtifact)
            ? artifacts.Read<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact, TerraformRoot.Cluster.ApplyTarget).AvailabilityZone
            : null);
}
