using Spectre.Console;
using TickStack.Build.Processes;

namespace TickStack.Build.Reporting;

/// <summary>A table of the summary.</summary>
public sealed record SummaryTable(string Title, params IReadOnlyList<string> Columns);

/// <summary>What a stage has come to, as a row of the summary.</summary>
public interface IOutcome
{
    /// <summary>The same for each row of a kind: tables stand in the order in which their first rows came.</summary>
    SummaryTable Table { get; }

    /// <summary>A cell for each column.</summary>
    IReadOnlyList<string> Row { get; }
}

/// <summary>What this run has done so far, for the summary at its end.</summary>
public sealed class RunReport
{
    private readonly List<IOutcome> outcomes = [];
    private readonly List<string> pointers = [];

    public IReadOnlyList<IOutcome> Outcomes => outcomes;

    /// <summary>What the cloud's opening replaced or set up.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>Where to look, after a deploy.</summary>
    public IReadOnlyList<string> Pointers => pointers;

    public void Add(IOutcome outcome) => outcomes.Add(outcome);

    public void Point(IEnumerable<string> where) => pointers.AddRange(where);
}

/// <summary>What the run did, at its end.</summary>
public sealed class Summary(IAnsiConsole console, RunReport report)
{
    public void Print()
    {
        if (report.Outcomes.Count == 0)
        {
            return;
        }

        foreach (var table in report.Outcomes.GroupBy(outcome => outcome.Table))
        {
            Show(table.Key, table.Select(outcome => outcome.Row));
        }

        Lines("Sandbox", report.Notes);
        Lines("Where to look", report.Pointers);
    }

    private void Show(SummaryTable summary, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Title = new TableTitle(summary.Title), Border = TableBorder.Simple };
        table.AddColumns(summary.Columns.Select(column => new TableColumn(column).NoWrap()).ToArray());
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
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

/// <summary>Why the run failed, if it did: the engine itself only knows that it did.</summary>
public sealed class RunOutcome
{
    private readonly List<string> errors = [];

    public Exception? Failure { get; private set; }

    /// <summary>What a run that did not fail has to say by its exit code.</summary>
    public ExitCode Conclusion { get; private set; } = ExitCode.Success;

    public void Conclude(ExitCode conclusion) => Conclusion = conclusion;

    public void Fail(Exception exception) => Failure ??= FileTrouble.Explain(exception);

    /// <summary>Takes what the engine says of a failure that it does not hand on.</summary>
    public void Say(string error) => errors.Add(error);

    public bool HasFailed => Failure is not null || errors.Count > 0;

    /// <summary>What people read last; null after success.</summary>
    public string? Closing => Failure switch
    {
        FailureException => Failure.Message,

        ToolInterruptedException => Failure.Message,

        // .NET's own words say nothing of what was canceled.
        OperationCanceledException => "The run was interrupted.",

        // Nobody expected this one: whoever reports it needs the trace.
        not null => Failure.ToString(),
        null => errors.Count > 0 ? string.Join(Environment.NewLine, errors) : null,
    };

    /// <param name="engine">What the engine returned.</param>
    /// <param name="interrupted">Set when a signal ended the run.</param>
    public ExitCode Resolve(int engine, ExitCode? interrupted) => (interrupted, Failure, engine) switch
    {
        ({ } signal, _, _) => signal,
        (_, FailureException failure, _) => failure.ExitCode,
        (_, not null, _) => ExitCode.Bug,
        (_, _, 0) => Conclusion,
        _ => ExitCode.Failed,
    };
}
