using TickStack.Build.Errors;
using TickStack.Build.Tools.Discovery;

namespace TickStack.Build.Services.Verification;

/// <summary>The discovery services exist that the tasks register in.</summary>
public sealed class DiscoveryCheck(IDiscoveryServices discovery) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(plan.Desired.ServiceRegistries.Select(registry => ProblemAsync(registry.RegistryArn!, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(string arn, CancellationToken cancellationToken) =>
        await discovery.ExistsAsync(arn, cancellationToken) ? null : new Problem($"the discovery service {arn} does not exist", "make it: --target=Apply-Infrastructure");
}
