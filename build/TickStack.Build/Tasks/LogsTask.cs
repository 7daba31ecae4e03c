using System.Globalization;
using Cake.Frosting;
using Spectre.Console;
using TickStack.Build.Aws;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Logs")]
[TaskDescription("Shows what the containers write")]
public sealed class LogsTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Logs.RunAsync(context.Cancellation);
}

/// <summary>What the containers write, all of them together, oldest first.</summary>
public sealed class LogTail(StackOutputs outputs, IContainerLogs logs, LogPrinter printer, RunOptions options, IStepReport steps, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>CloudWatch shows a line some seconds after it was written, and not always in order.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cluster = await outputs.ClusterAsync(cancellationToken);
        var groups = ChosenServices.Of(options)
            .SelectMany(service => service.Components)
            .ToDictionary(component => cluster.LogGroups[component.Name], component => component.Name);
        var since = time.GetUtcNow() - options.Since;
        var shown = await ShowAsync(groups, since, new HashSet<string>(), cancellationToken);
        if (shown.Count == 0)
        {
            steps.Note($"Nothing was written since {since:HH:mm:ss}Z in {string.Join(", ", groups.Keys)}");
        }

        while (options.Follow)
        {
            await Task.Delay(Pause, time, cancellationToken);
            shown = await ShowAsync(groups, time.GetUtcNow() - Late, shown, cancellationToken);
        }
    }

    private async Task<IReadOnlySet<string>> ShowAsync(Dictionary<string, string> groups, DateTimeOffset since, IReadOnlySet<string> shown, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(groups.Keys.Select(group => logs.SinceAsync(group, since, cancellationToken)));
        var lines = found.SelectMany(group => group).OrderBy(line => line.At).ToList();
        foreach (var line in lines.Where(line => !shown.Contains(line.Id)))
        {
            printer.Print(groups[line.Group], line);
        }

        return lines.Select(line => line.Id).ToHashSet();
    }
}

/// <summary>Log lines, each prefixed by its container.</summary>
public sealed class LogPrinter(IAnsiConsole console)
{
    private static readonly Color[] Colors = [Color.Teal, Color.Green, Color.Yellow, Color.Fuchsia];

    private readonly List<string> _seen = [];

    public void Print(string container, LogLine line)
    {
        if (!_seen.Contains(container))
        {
            _seen.Add(container);
        }

        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{container,-10} {line.At:HH:mm:ss.fff}Z "), Colors[_seen.IndexOf(container) % Colors.Length]));

        // Not through the console, which would break a long line at the terminal's width.
        console.Profile.Out.Writer.WriteLine(line.Text);
    }
}
