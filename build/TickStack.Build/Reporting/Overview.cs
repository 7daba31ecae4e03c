using Spectre.Console;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Reporting;

/// <summary>What can be asked of this suite: targets, options and environments.</summary>
public sealed class Overview(IAnsiConsole console, string root)
{
    public void Print()
    {
        console.WriteLine("TickStack hosts a TICK monitoring stack (Telegraf, InfluxDB, Chronograf, Kapacitor) on AWS ECS.");
        console.WriteLine("The first thing to try is ./build.sh --target=Deploy: it brings everything up in a sandbox on this machine.");
        Section("Targets", TaskGraph.Tasks.Select(task => (TaskGraph.NameOf(task), TaskGraph.DescriptionOf(task))));
        Section("Options", KnownOptions.All.Select(option => (option.Usage, option.Description)));
        Section("Environments", Environments());
    }

    private IEnumerable<(string, string)> Environments() =>
        Directory.EnumerateFiles(Path.Combine(root, "build", "environments"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Path.GetRelativePath(root, file)));

    private void Section(string title, IEnumerable<(string Name, string Text)> rows)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        foreach (var (name, text) in rows)
        {
            grid.AddRow(Markup.Escape(name), Markup.Escape(text));
        }

        console.Write(grid);
    }
}
