using Amazon.ECS;
using Amazon.ECS.Model;
using Spectre.Console;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Ecs;

/// <summary>A service as it stands now.</summary>
/// <param name="Name">Of the service.</param>
/// <param name="Service">Null when there is none.</param>
/// <param name="Tasks">Those that run or are being started.</param>
public sealed record ServiceStatus(string Name, Service? Service, IReadOnlyList<Amazon.ECS.Model.Task> Tasks)
{
    public Deployment? Deployment => Service is null ? null : Rollout.Primary(Service);

    /// <summary>It runs as many tasks as it should, of the revision that was deployed last, and no health check fails.</summary>
    public bool IsHealthy =>
        Service is { Status: "ACTIVE" } service
        && Deployment?.RolloutState == DeploymentRolloutState.COMPLETED
        && service.RunningCount == service.DesiredCount
        && Tasks.All(task => task.HealthStatus != HealthStatus.UNHEALTHY);
}

/// <summary>Looks at a service.</summary>
public sealed class StatusReader(IAmazonECS ecs, IRolloutReport report, TimeProvider time)
{
    public async Task<ServiceStatus> ReadAsync(string cluster, string service, CancellationToken cancellationToken)
    {
        var calls = new EcsCalls(ecs, time, news => report.News(service, news));
        var found = await calls.FindServiceAsync(cluster, service, cancellationToken);
        return found is { Status: "ACTIVE" or "DRAINING" }
            ? new ServiceStatus(service, found, await calls.RunningTasksAsync(cluster, service, cancellationToken))
            : new ServiceStatus(service, null, []);
    }
}

/// <summary>How services stand, as a table, with their tasks and last events below.</summary>
public sealed class StatusPrinter(IAnsiConsole console)
{
    private const int Events = 3;

    private static readonly string[] Columns = ["Service", "State", "Task definition", "Tasks", "Deployment", "Since"];

    /// <param name="pointers">Where to look, a line each.</param>
    public void Print(IReadOnlyList<ServiceStatus> services, IReadOnlyList<string> pointers)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(Columns.Select(column => new TableColumn(column).NoWrap()).ToArray());
        foreach (var service in services)
        {
            table.AddRow(Row(service).Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        foreach (var service in services.Where(service => service.Service is not null))
        {
            Details(service);
        }

        foreach (var pointer in pointers)
        {
            console.WriteLine(pointer);
        }
    }

    private static string[] Row(ServiceStatus status) => status is { Service: { } service, Deployment: var deployment }
        ?
        [
            status.Name,
            status.IsHealthy ? service.DesiredCount == 0 ? "stopped" : "healthy" : "not healthy",
            TaskDefinitionRevision.NameOf(service.TaskDefinition) ?? "",
            $"{service.RunningCount} of {service.DesiredCount} running" + (service.PendingCount > 0 ? $", {service.PendingCount} pending" : ""),
            deployment?.RolloutState?.Value ?? deployment?.Status ?? "",
            Moment(deployment?.UpdatedAt),
        ]
        : [status.Name, "does not exist", "", "", "", ""];

    private void Details(ServiceStatus status)
    {
        console.MarkupLineInterpolated($"[bold]{status.Name}[/]");
        foreach (var task in status.Tasks)
        {
            var id = task.TaskArn?[(task.TaskArn.LastIndexOf('/') + 1)..];
            console.WriteLine($"  task {id} {task.LastStatus}{Health(task.HealthStatus)}, started {Moment(task.StartedAt)}{Address(task)}");
            foreach (var container in task.Containers ?? [])
            {
                console.WriteLine($"    {container.Name} {container.LastStatus}{Health(container.HealthStatus)}");
            }
        }

        foreach (var happened in (status.Service!.Events ?? []).Take(Events))
        {
            console.WriteLine($"  event {Moment(happened.CreatedAt)} {RolloutNews.Text(happened)}");
        }
    }

    private static string Health(HealthStatus? health) => health is null || health == HealthStatus.UNKNOWN ? "" : $", {health}";

    private static string Address(Amazon.ECS.Model.Task task) =>
        (task.Attachments ?? []).SelectMany(attachment => attachment.Details ?? [])
            .FirstOrDefault(detail => detail.Name == "privateIPv4Address")?.Value is { } address ? $", at {address}" : "";

    private static string Moment(DateTime? moment) =>
        moment is { } at ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "-";
}

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
