using TickStack.Build.Documents;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

/// <summary>Knows the Cloud Map services that exist.</summary>
public interface IDiscoveryLookup
{
    /// <returns>The ARN, or null after having reported that there is no such service.</returns>
    string? Find(ServiceDiscoveryParams discovery, ProblemLog problems);
}
