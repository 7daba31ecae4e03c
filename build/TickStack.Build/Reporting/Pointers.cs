using TickStack.Build.Infrastructure;
using TickStack.Build.Manifests;

namespace TickStack.Build.Reporting;

/// <summary>Where to look after a deploy.</summary>
public static class Pointers
{
    public static IReadOnlyList<string> To(StackService service, ClusterOutputs cluster) => [Address(service, cluster), Logs(service, cluster)];

    private static string Address(StackService service, ClusterOutputs cluster)
    {
        var name = cluster.ServiceRegistries[service.Name].DnsName;
        return service == StackService.InfluxDb
            ? $"InfluxDB    http://{name}:8086 (inside the VPC)"
            : $"Chronograf  http://{name}:8888 (inside the VPC; public DNS takes minutes to follow a new task)";
    }

    private static string Logs(StackService service, ClusterOutputs cluster) =>
        $"Logs        {string.Join(", ", service.Components.Select(component => cluster.LogGroups[component.Name]))}";
}
