namespace TickStack.EcsCli.Translation;

/// <summary>Knows the Cloud Map services that exist.</summary>
public interface IDiscoveryLookup
{
    /// <returns>The ARN, or null after having reported that there is no such service.</returns>
    string? Find(ServiceDiscoveryParams discovery, ProblemLog problems);
}

/// <summary>The Cloud Map service is known by its ARN: someone has looked it up.</summary>
public sealed class GivenDiscovery(string arn) : IDiscoveryLookup
{
    public string? Find(ServiceDiscoveryParams discovery, ProblemLog problems) => arn;
}

/// <summary>What DNS can say about a task: an address of its own, which only awsvpc gives, or an instance's address and a port.</summary>
internal static class DiscoveryChecks
{
    /// <summary>"A" or "SRV"; where the file does not say, what the network mode allows, as ecs-cli has it.</summary>
    public static string RecordType(EcsParams ecsParams, ServiceDiscoveryParams discovery) =>
        discovery.RecordType ?? (ecsParams.NetworkMode?.Value == "awsvpc" ? "A" : "SRV");

    public static void Check(ComposeFile compose, EcsParams ecsParams, ProblemLog problems)
    {
        if (ecsParams.ServiceDiscovery is not { } discovery)
        {
            return;
        }

        var mode = ecsParams.NetworkMode?.Value ?? "bridge";
        if (RecordType(ecsParams, discovery) == "SRV")
        {
            CheckPort(compose, discovery, problems);
        }
        else if (mode != "awsvpc")
        {
            problems.Add(
                $"in network mode {mode} a task has no address for an A record", "use dns_config.type: SRV, or network mode awsvpc", discovery.Location);
        }
    }

    private static void CheckPort(ComposeFile compose, ServiceDiscoveryParams discovery, ProblemLog problems)
    {
        if (discovery.ContainerName is not { } name || discovery.ContainerPort is not { } number)
        {
            problems.Add("an SRV record needs container_name and container_port", null, discovery.Location);
        }
        else if (compose.Services.First(service => service.Name == name).Ports.All(port => port.Container != number))
        {
            problems.Add(
                $"service_discovery wants port {number} of '{name}', which maps no such port",
                "add it to the service's ports in the compose file",
                discovery.Location);
        }
    }
}
