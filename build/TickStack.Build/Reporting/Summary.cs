using Spectre.Console;
using TickStack.Build.Images;
using TickStack.Build.Infrastructure;
using TickStack.Build.Services;

namespace TickStack.Build.Reporting;

/// <summary>What the run did, at its end.</summary>
public sealed class Summary(IAnsiConsole console, RunReport report)
{
    public void Print()
    {
        if (report.IsEmpty)
        {
            return;
        }

        Show("Images", ["Image", "Tag", "Digest", "Done"], report.Images.Select(Row));
        Show("Infrastructure", ["Configuration", "Changes", "Time"], report.Infrastructure.Select(Row));
        Show("Services", ["Service", "Task definition", "Done", "Rollout"], report.Services.Select(Row));
        Lines("Sandbox", report.Notes);
        Lines("Where to look", report.Pointers);
    }

    private static string[] Row(PublishOutcome image) =>
        [image.Image.Component, image.Image.Tag, image.Image.Digest[..19], image.Action == PublishAction.Unchanged ? "unchanged" : $"pushed in {Elapsed.Text(image.Duration)}"];

    private static string[] Row(InfrastructureOutcome root) =>
        [$"terraform/{root.Root.Name}", root.Plan.ToString(), Elapsed.Text(root.Duration)];

    private static string[] Row(DeployOutcome service) =>
        [service.Service, service.TaskDefinition, Done(service), service.Action == DeployAction.Unchanged ? "-" : Elapsed.Text(service.RolloutTime)];

    private static string Done(DeployOutcome service) => service.Action switch
    {
        DeployAction.Created => "created",
        DeployAction.Updated when service.Registered => "updated to a new revision",
        DeployAction.Updated => "updated",
        DeployAction.RolledBack => "back to an earlier revision",
        DeployAction.Resumed => "an earlier run's rollout completed",
        _ => "unchanged",
    };

    private void Show(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Title = new TableTitle(title), Border = TableBorder.Simple };
        table.AddColumns(columns.Select(column => new TableColumn(column).NoWrap()).ToArray());
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }
    }

    private void Lines(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{title}[/]");
        foreach (var line in lines)
        {
            console.WriteLine($"  {line}");
        }
    }
}
