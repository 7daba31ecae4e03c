using Spectre.Console;
using TickStack.Build.Options;

namespace TickStack.Build.Tasks;

[TaskName("Default")]
[TaskDescription("Prints the targets, the options and the environments; changes nothing")]
public sealed class DefaultTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context)
    {
        context.Overview.Print();
        return Task.CompletedTask;
    }
}

/// <summary>What can be asked of this suite: targets, options and environments.</summary>
public sealed class Overview(IAnsiConsole console, string root)
{
    public void Print()
    {
        console.WriteLine("TickStack hosts a TICK monitoring stack (Telegraf, InfluxDB, Chronograf, Kapacitor) on AWS ECS.");
        console.WriteLine("The first thing to try is ./build.sh --target=Deploy: it brings everything up in a sandbox on this machine.");
        Section("Targets", TaskGraph.Tasks.Select(task => (TaskGraph.NameOf(task), TaskGraph.DescriptionOf(task))));
        foreach (var group in TaskGraph.Grammar.Options.GroupBy(Title))
        {
            Section(group.Key, group.Select(option => (option.Usage, option.Description)));
        }

        Section("Environments", Environments());
    }

    private static string Title(KnownOption option) => option switch
    {
        _ when TaskGraph.Grammar.Readers.Contains(option) => $"Options of {string.Join(", ", TaskGraph.Grammar.Readers[option])}",
        { Owner: OptionOwner.Cake } => "Options of Cake",
        { Owner: OptionOwner.Bootstrap } => "Options of build.sh and build.ps1",
        _ => "Options",
    };

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
