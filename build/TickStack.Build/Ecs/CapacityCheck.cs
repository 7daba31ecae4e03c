using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using Service = Amazon.ECS.Model.Service;

namespace TickStack.Build.Ecs;

/// <summary>Some instance of the cluster has room for the task. One that was started a minute ago may still be on its way into the cluster.</summary>
public sealed class CapacityCheck(INetworkInterfaces interfaces, RolloutLimits limits, IRolloutReport report, TimeProvider time) : IServiceCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var hosts = await HostsAsync(plan, cancellationToken);
        var needs = TaskNeeds.Of(TaskDefinitionForm.Of(plan.Desired.TaskDefinition));
        var shortfalls = hosts.Select(host => (host.Name, Missing: host.After(Ending(plan)).Shortfall(needs))).ToList();
        return shortfalls.Any(host => host.Missing.Count == 0) ? [] : [Problem(plan, shortfalls)];
    }

    // With several instances it is not known here which of them runs the old task: then this errs towards letting ECS decide.
    private static TaskNeeds Ending(ServicePlan plan) =>
        plan is { Live: { } live, LiveDefinition: { } running, Desired.Rollout.MaximumPercent: <= 100 } && HasTasks(live)
            ? TaskNeeds.Of(TaskDefinitionForm.Of(running))
            : TaskNeeds.None;

    // A task has its interface before it runs, and keeps it while it stops: then no count tells of it, only its deployment.
    private static bool HasTasks(Service live) => live.RunningCount > 0 || live.PendingCount > 0 || live.Deployments?.Count > 1;

    private async Task<IReadOnlyList<HostRoom>> HostsAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var ready = await plan.Calls.ReadyAsync(plan.Desired.Cluster, cancellationToken);
        if (ready.Count == 0)
        {
            report.News(plan.Desired.ServiceName,
                $"no instance has joined the cluster {plan.Desired.Cluster} yet; waiting for one, {limits.Timeout.TotalSeconds:0} s at most");
            await Poll.IsReachedAsync(
                time,
                Pause,
                limits.Timeout,
                async () => (ready = await plan.Calls.ReadyAsync(plan.Desired.Cluster, cancellationToken)).Count > 0,
                cancellationToken);
        }

        return await System.Threading.Tasks.Task.WhenAll(ready.Select(async instance =>
            HostRoom.Of(instance, instance.Ec2InstanceId is { } id ? await interfaces.FreeAsync(id, cancellationToken) : null)));
    }

    private static Problem Problem(ServicePlan plan, List<(string Name, IReadOnlyList<string> Missing)> shortfalls) => shortfalls.Count == 0
        ? new Problem(
            $"the cluster {plan.Desired.Cluster} has no instance that is active and connected",
            "look at the instance's start-up log (/var/log/cloud-init-output.log): it joins only once the data volume is mounted")
        : new Problem(
            $"no instance has room for a task of {plan.Desired.ServiceName}: "
                + string.Join("; ", shortfalls.Select(host => $"{host.Name} {string.Join(", ", host.Missing)}")),
            "a larger instance type is one line of the environment's settings (infrastructure.instanceType); "
                + "the reservations stand in the service's ecs-params.yml");
}

/// <summary>What an instance of the cluster has left for tasks.</summary>
/// <param name="Name">Id of the EC2 instance, with its type.</param>
/// <param name="Cpu">CPU units.</param>
/// <param name="Memory">MiB.</param>
/// <param name="UsedPorts">As "8086/tcp".</param>
/// <param name="Interfaces">Network interfaces; null: as many as anyone wants, or unknown.</param>
public sealed record HostRoom(string Name, int Cpu, int Memory, IReadOnlySet<string> UsedPorts, int? Interfaces)
{
    /// <param name="interfaces">How many more the instance takes; with trunking it takes many more than that.</param>
    public static HostRoom Of(ContainerInstance instance, int? interfaces)
    {
        var type = Attribute(instance, "ecs.instance-type");
        return new HostRoom(
            type is null ? instance.Ec2InstanceId ?? "?" : $"{instance.Ec2InstanceId} ({type})",
            Remaining(instance, "CPU")?.IntegerValue ?? 0,
            Remaining(instance, "MEMORY")?.IntegerValue ?? 0,
            Ports(instance, "PORTS", "tcp").Concat(Ports(instance, "PORTS_UDP", "udp")).ToHashSet(),
            Attribute(instance, "ecs.awsvpc-trunk-id") is null ? interfaces : null);
    }

    /// <summary>With what a task gives back that ends before the new one starts.</summary>
    public HostRoom After(TaskNeeds ended) => this with
    {
        Cpu = Cpu + ended.Cpu,
        Memory = Memory + ended.Memory,
        UsedPorts = UsedPorts.Except(ended.Ports).ToHashSet(),
        Interfaces = Interfaces + ended.Interfaces,
    };

    /// <summary>What is missing for a task; empty when it fits.</summary>
    public IReadOnlyList<string> Shortfall(TaskNeeds needs) =>
    [
        .. Missing("CPU units", needs.Cpu, Cpu),
        .. Missing("MiB of memory", needs.Memory, Memory),
        .. Missing("network interfaces", needs.Interfaces, Interfaces ?? int.MaxValue),
        .. needs.Ports.Where(UsedPorts.Contains).Order(StringComparer.Ordinal).Select(port => $"port {port} is taken"),
    ];

    private static IEnumerable<string> Missing(string what, int needed, int free) =>
        needed > free ? [$"needs {needed} {what}, {Math.Max(free, 0)} are free"] : [];

    private static Resource? Remaining(ContainerInstance instance, string name) =>
        instance.RemainingResources?.FirstOrDefault(resource => resource.Name == name);

    private static IEnumerable<string> Ports(ContainerInstance instance, string name, string protocol) =>
        (Remaining(instance, name)?.StringSetValue ?? []).Select(port => $"{port}/{protocol}");

    private static string? Attribute(ContainerInstance instance, string name) =>
        instance.Attributes?.FirstOrDefault(attribute => attribute.Name == name)?.Value;
}

/// <summary>What one task takes of the instance that it runs on.</summary>
/// <param name="Cpu">CPU units: 1024 to a virtual CPU.</param>
/// <param name="Memory">MiB.</param>
/// <param name="Ports">Of the host, as "8086/tcp".</param>
/// <param name="Interfaces">Network interfaces.</param>
public sealed record TaskNeeds(int Cpu, int Memory, IReadOnlySet<string> Ports, int Interfaces)
{
    public static TaskNeeds None { get; } = new(0, 0, new HashSet<string>(), 0);

    /// <param name="form">A task definition as <see cref="TaskDefinitionForm"/> gives it.</param>
    public static TaskNeeds Of(JsonObject form)
    {
        var containers = (form["containerDefinitions"]?.AsArray() ?? []).Select(container => container!.AsObject()).ToList();
        var mode = (string?)form["networkMode"] ?? "bridge";
        return new TaskNeeds(
            Number(form["cpu"]) ?? containers.Sum(container => Number(container["cpu"]) ?? 0),
            Number(form["memory"]) ?? containers.Sum(container => Number(container["memoryReservation"]) ?? Number(container["memory"]) ?? 0),
            containers.SelectMany(container => HostPorts(container, mode)).ToHashSet(),
            mode == "awsvpc" ? 1 : 0);
    }

    // A host port of 0 is whichever is free; in awsvpc mode the host's own are not concerned.
    private static IEnumerable<string> HostPorts(JsonObject container, string mode) => (container["portMappings"]?.AsArray() ?? [])
        .Select(mapping => (Port: Number(mapping![mode == "host" ? "containerPort" : "hostPort"]), Protocol: (string?)mapping["protocol"] ?? "tcp"))
        .Where(mapping => mode is "host" or "bridge" && mapping.Port > 0)
        .Select(mapping => $"{mapping.Port}/{mapping.Protocol}");

    private static int? Number(JsonNode? value) => value is null ? null : int.Parse(value.ToString(), CultureInfo.InvariantCulture);
}

internal static class ContainerInstances
{
    /// <summary>The instances of a cluster on which ECS starts tasks, in two calls.</summary>
    public static async Task<IReadOnlyList<ContainerInstance>> ReadyAsync(this EcsCalls calls, string cluster, CancellationToken cancellationToken)
    {
        var list = new ListContainerInstancesRequest { Cluster = cluster, Status = ContainerInstanceStatus.ACTIVE };
        var arns = (await calls.SendAsync(
            "ListContainerInstances", (ecs, token) => ecs.ListContainerInstancesAsync(list, token), cancellationToken)).ContainerInstanceArns;
        if (arns is not { Count: > 0 })
        {
            return [];
        }

        var describe = new DescribeContainerInstancesRequest { Cluster = cluster, ContainerInstances = arns };
        var found = await calls.SendAsync(
            "DescribeContainerInstances", (ecs, token) => ecs.DescribeContainerInstancesAsync(describe, token), cancellationToken);
        return [.. (found.ContainerInstances ?? []).Where(instance => instance.AgentConnected == true)];
    }
}
