using Spectre.Console;
using TickStack.Build.Aws;
using TickStack.Build.Options;
using TickStack.Documents;

namespace TickStack.Build.Tasks;

[TaskName("Logs")]
[TaskDescription("Shows what the containers write")]
public sealed class LogsTask : CloudTask<LogsOptions>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>CloudWatch shows a line some seconds after it was written, and not always in order.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    /// <summary>All containers together, oldest line first.</summary>
    protected override async Task RunInCloudAsync(BuildContext context, LogsOptions options)
    {
        var cluster = await context.Outputs.ClusterAsync(context.Cancellation);
        var groups = options.Services.All
            .SelectMany(service => service.Components)
            .ToDictionary(component => cluster.LogGroups[component.Name], component => component.Name);
        var since = context.Time.GetUtcNow() - options.Since;
        var shown = await ShowAsync(context, groups, since, new HashSet<string>());
        if (shown.Count == 0)
        {
            context.Steps.Note($"Nothing was written since {since:HH:mm:ss}Z in {string.Join(", ", groups.Keys)}");
        }

        while (options.Follow)
        {
            await Task.Delay(Pause, context.Time, context.Cancellation);
            shown = await ShowAsync(context, groups, context.Time.GetUtcNow() - Late, shown);
        }
    }

    private static async Task<IReadOnlySet<string>> ShowAsync(
        BuildContext context, Dictionary<string, string> groups, DateTimeOffset since, IReadOnlySet<string> shown)
    {
        var found = await Task.WhenAll(groups.Keys.Select(group => context.ContainerLogs.SinceAsync(group, since, context.Cancellation)));
        var lines = found.SelectMany(group => group).OrderBy(line => line.At).ToList();
        foreach (var line in lines.Where(line => !shown.Contains(line.Id)))
        {
            context.LogPrinter.Print(groups[line.Group], line);
        }

        return lines.Select(line => line.Id).ToHashSet();
    }
}

/// <param name="Services">Whose containers.</param>
/// <param name="Follow">Go on until Ctrl+C.</param>
/// <param name="Since">How far back to begin.</param>
public sealed record LogsOptions(ChosenServices Services, bool Follow, TimeSpan Since) : ITargetOptions<LogsOptions>
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    private static readonly KnownOption GoOn = new("follow", null, "Go on with what is written from now on, until Ctrl+C");

    private static readonly KnownOption Age = new(
        "since",
        new("DURATION", "a duration from 1s to 24h, such as 10m or 1h30m",
            text => DurationText.Parse(text) is { } age && age >= TimeSpan.FromSeconds(1) && age <= TimeSpan.FromHours(24)),
        "How far back to begin, such as 30s, 2h or 24h (10m)");

    public static IReadOnlyList<KnownOption> Known => [ChosenServices.Option, GoOn, Age];

    public static LogsOptions Read(CommandLine line) =>
        new(ChosenServices.Read(line), line.Has(GoOn), line.Value(Age) is { } age ? DurationText.Parse(age)!.Value : Usual);
}

/// <summary>Log lines, each prefixed by its container.</summary>
public sealed class LogPrinter(IAnsiConsole console)
{
    private static readonly Color[] Colors = [Color.Teal, Color.Green, Color.Yellow, Color.Fuchsia];

    private readonly List<string> seen = [];

    public void Print(string container, LogLine line)
    {
        if (!seen.Contains(container))
        {
            seen.Add(container);
        }

        console.Write(new Text(
            string.Create(CultureInfo.InvariantCulture, $"{container,-10} {line.At:HH:mm:ss.fff}Z "), Colors[seen.IndexOf(container) % Colors.Length]));

        // Not through the console, which would break a long line at the terminal's width.
        console.Profile.Out.Writer.WriteLine(line.Text);
    }
}
