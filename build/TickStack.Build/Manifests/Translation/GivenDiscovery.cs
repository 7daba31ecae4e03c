using TickStack.Build.Documents;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

/// <summary>The Cloud Map service is known by its ARN: someone has looked it up.</summary>
public sealed class GivenDiscovery(string arn) : IDiscoveryLookup
{
    public string? Find(ServiceDiscoveryParams discovery, ProblemLog problems) => arn;
}
