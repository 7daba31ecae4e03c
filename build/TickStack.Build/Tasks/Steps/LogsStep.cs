using TickStack.Build.Infrastructure;
using TickStack.Build.Reporting;
using TickStack.Build.Settings.Options;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What the containers write, all of them together, oldest first.</summary>
public sealed class LogsStep(StackOutputs outputs, IContainerLogs logs, LogPrinter printer, RunOptions options, IStepReport steps, TimeProvider time)
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
