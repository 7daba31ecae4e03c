using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Manifests;

/// <summary>Whether the instance type of the settings carries both services.</summary>
public sealed class CapacityRequirement(InstanceTypeCheck check, StackSettings settings, StackOutputs outputs)
{
    public async Task RequireAsync(CancellationToken cancellationToken) =>
        await check.RequireAsync(settings.Infrastructure.InstanceType, await ZoneAsync(cancellationToken), Needs, cancellationToken);

    private StackNeeds Needs
    {
        get
        {
            var sizes = StackService.All.SelectMany(service => service.Components)
                .Select(component => TaskSizes.ForMemoryOptimisedLarge[component.Name]).ToList();
            return new StackNeeds(sizes.Sum(size => size.Cpu), sizes.Sum(size => size.MemoryReservation), StackService.All.Count, settings.Images.Architecture);
        }
    }

    // Terraform takes the first zone that has a subnet, unless one is named; then the volume stays there.
    private async Task<string?> ZoneAsync(CancellationToken cancellationToken) =>
        settings.Infrastructure.AvailabilityZone ?? await outputs.ZoneAsync(cancellationToken);
}
