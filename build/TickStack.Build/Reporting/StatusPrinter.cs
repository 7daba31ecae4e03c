using System.Globalization;
using Amazon.ECS;
using Spectre.Console;
using TickStack.Build.Services;
using TickStack.Build.Services.Operations;
using TickStack.Build.Services.Rollouts;

namespace TickStack.Build.Reporting;

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
            console.WriteLine($"  task {task.TaskArn?[(task.TaskArn.LastIndexOf('/') + 1)..]} {task.LastStatus}{Health(task.HealthStatus)}, started {Moment(task.StartedAt)}{Address(task)}");
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
        (task.Attachments ?? []).SelectMany(attachment => attachment.Details ?? []).FirstOrDefault(detail => detail.Name == "privateIPv4Address")?.Value is { } address ? $", at {address}" : "";

    private static string Moment(DateTime? moment) => moment is { } at ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "-";
}
