namespace TickStack.EcsCli.Translation;

/// <summary>What a launch type does not have.</summary>
internal static class LaunchChecks
{
    /// <param name="ecsParams">What is asked for.</param>
    /// <param name="launchType">Null: the cluster decides, and nothing is known.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(EcsParams ecsParams, string? launchType, ProblemLog problems)
    {
        switch (launchType)
        {
            case "FARGATE":
                Fargate(ecsParams, problems);
                break;
            case "EC2" when ecsParams.Network is { AssignPublicIp: "ENABLED" } network:
                problems.Add(
                    "EC2 gives no task a public address", "leave assign_public_ip out, and reach the internet through a NAT gateway", network.Location);
                break;
            case "EXTERNAL":
                External(ecsParams, problems);
                break;
        }
    }

    private static void Fargate(EcsParams ecsParams, ProblemLog problems)
    {
        if (ecsParams.NetworkMode?.Value != "awsvpc" || ecsParams.TaskCpu is null || ecsParams.TaskMemory is null)
        {
            problems.Add("FARGATE needs network mode awsvpc and task_size with cpu_limit and mem_limit", null, ecsParams.Start);
        }

        if (ecsParams.TaskPlacementConstraints.Count + ecsParams.PlacementConstraints.Count + ecsParams.PlacementStrategy.Count > 0)
        {
            problems.Add("FARGATE has no instances to place tasks on", "leave placement_constraints and task_placement out", ecsParams.Start);
        }
    }

    private static void External(EcsParams ecsParams, ProblemLog problems)
    {
        if (ecsParams.NetworkMode is { Value: "awsvpc" } mode)
        {
            problems.Add("EXTERNAL instances have no network mode awsvpc", "use bridge, host or none", mode.Location);
        }

        if (ecsParams.ServiceDiscovery is { } discovery)
        {
            problems.Add("EXTERNAL instances have no service discovery", "leave it out", discovery.Location);
        }
    }
}

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
            problems.Add(
                $"ECS takes no hostname, extra_hosts, dns or dns_search in network mode awsvpc ('{service.Name}')", "leave them out", service.Location);
        }
    }
}

/// <summary>The start order of a task's containers: it must wait for what can happen, and not run in circles.</summary>
internal static class DependencyChecks
{
    public static void Check(ComposeFile compose, EcsParams ecsParams, ProblemLog problems)
    {
        foreach (var service in ecsParams.Services.Values)
        {
            foreach (var dependency in service.DependsOn)
            {
                CheckTarget(service, dependency, compose, ecsParams, problems);
            }
        }

        if (Circle(ecsParams) is { } circular)
        {
            problems.Add($"'{circular.Name}' waits for itself", "break the circle of depends_on", circular.Location);
        }
    }

    private static void CheckTarget(
        ServiceParams service,
        Dependency dependency,
        ComposeFile compose,
        EcsParams ecsParams,
        ProblemLog problems)
    {
        var target = ecsParams.Services.GetValueOrDefault(dependency.Container);
        if (dependency.Condition is "COMPLETE" or "SUCCESS" && target?.Essential != false)
        {
            problems.Add(
                $"'{service.Name}' waits for the end of '{dependency.Container}', but the task ends with it",
                $"set 'essential: false' for {dependency.Container}",
                dependency.Location);
        }
        else if (dependency.Condition == "HEALTHY" && !HasHealthCheck(compose.Services.First(other => other.Name == dependency.Container), target))
        {
            var message = $"'{service.Name}' waits until '{dependency.Container}' is healthy, but it has no health check";
            problems.Add(message, "add one, or wait for START", dependency.Location);
        }
    }

    private static bool HasHealthCheck(ComposeService service, ServiceParams? target)
    {
        var probe = service.HealthCheck?.OverriddenBy(target?.HealthCheck) ?? target?.HealthCheck;
        return probe is { IsDisabled: false };
    }

    private static ServiceParams? Circle(EcsParams ecsParams)
    {
        var open = ecsParams.Services.Values.ToList();
        while (open.FirstOrDefault(service => service.DependsOn.All(on => open.All(other => other.Name != on.Container))) is { } free)
        {
            open.Remove(free);
        }

        return open.FirstOrDefault();
    }
}
