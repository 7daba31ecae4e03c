using TickStack.Build.Documents;
using TickStack.Build.Manifests.Compose;

namespace TickStack.Build.Manifests.Translation;

/// <summary>What the network mode allows, and ports that two containers claim.</summary>
internal static class PortChecks
{
    /// <param name="compose">The containers.</param>
    /// <param name="mode">Null: bridge.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(ComposeFile compose, string? mode, ProblemLog problems)
    {
        foreach (var service in compose.Services)
        {
            CheckMode(service, mode ?? "bridge", problems);
        }

        CheckClaims(compose, mode is "awsvpc" or "host", problems);
    }

    // Containers that share one network interface share its ports too.
    private static void CheckClaims(ComposeFile compose, bool shared, ProblemLog problems)
    {
        var claims = compose.Services
            .SelectMany(service => service.Ports, (service, port) => (service.Name, Port: port, Number: shared ? port.Container : port.Host))
            .Where(claim => claim.Number is not null);
        foreach (var group in claims.GroupBy(claim => (claim.Number, claim.Port.Protocol)).Where(group => group.Count() > 1))
        {
            var (first, last) = (group.First(), group.Last());
            problems.Add($"port {group.Key.Number}/{group.Key.Protocol} is claimed by '{first.Name}' and by '{last.Name}'", null, last.Port.Location);
        }
    }

    private static void CheckMode(ComposeService service, string mode, ProblemLog problems)
    {
        foreach (var port in service.Ports.Where(port => mode == "none" || (mode != "bridge" && port.Host is { } host && host != port.Container)))
        {
            problems.Add(
                mode == "none" ? $"'{service.Name}' has a port, but the network mode is none" : $"in network mode {mode} a port is the same inside and outside",
                mode == "none" ? null : $"write \"{port.Container}:{port.Container}\"",
                port.Location);
        }

        if (mode != "bridge" && service.Links is [var link, ..])
        {
            problems.Add($"links work in network mode bridge only, not in {mode}", "containers of one task reach each other at localhost", link.Location);
        }

        if (mode == "awsvpc" && (service.Hostname is not null || service.ExtraHosts.Count + service.DnsServers.Count + service.DnsSearchDomains.Count > 0))
        {
            problems.Add($"ECS takes no hostname, extra_hosts, dns or dns_search in network mode awsvpc ('{service.Name}')", "leave them out", service.Location);
        }
    }
}
