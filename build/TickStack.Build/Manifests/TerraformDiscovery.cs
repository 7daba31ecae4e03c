using TickStack.Build.Terraform;
using TickStack.EcsCli.Params;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Manifests;

/// <summary>The Cloud Map services of Terraform's outputs.</summary>
public sealed class TerraformDiscovery(ClusterOutputs cluster) : IDiscoveryLookup
{
    public string? Find(ServiceDiscoveryParams discovery, ProblemLog problems)
    {
        var registries = cluster.ServiceRegistries.Values;
        if (registries.FirstOrDefault(registry => IsMeant(registry, discovery)) is { } found)
        {
            return found.Arn;
        }

        var name = $"{discovery.ServiceName}.{discovery.NamespaceName ?? discovery.NamespaceId}";
        problems.Add(
            $"there is no discovery service {name} in a {discovery.Visibility} namespace among Terraform's outputs",
            Suggestion.Remedy(name, [.. registries.Select(registry => registry.DnsName)]),
            discovery.Location);
        return null;
    }

    private static bool IsMeant(CloudMapService registry, ServiceDiscoveryParams discovery) =>
        registry.Name == discovery.ServiceName
        && registry.Visibility == discovery.Visibility
        && (registry.NamespaceName == discovery.NamespaceName || registry.NamespaceId == discovery.NamespaceId);
}
