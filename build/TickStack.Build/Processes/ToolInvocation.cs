using Cake.Core.Tooling;

namespace TickStack.Build.Processes;

/// <summary>Calls Cake's tool aliases, which block, and turns a failure into one message with the tool's last lines.</summary>
public sealed class ToolInvocation(IProcessOutput output)
{
    private const int Quoted = 30;

    /// <param name="tool">Prefix of each line that is shown: "docker".</param>
    /// <param name="doing">Names the call in an error: "docker build of telegraf".</param>
    /// <param name="remedy">What to do when it fails.</param>
    /// <param name="call">The alias; what it is given records what the tool prints.</param>
    public async Task<T> RunAsync<T>(string tool, string doing, string remedy, Func<Recording, T> call, CancellationToken cancellationToken)
    {
        var recording = new Recording(tool, output);
        try
        {
            var result = await Task.Run(() => call(recording), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        catch (CakeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new ToolInterruptedException(doing, cancellationToken);
        }
        catch (CakeException exception)
        {
            throw new FailureException(Message(doing, exception, recording.Transcript), remedy, ExitCode.Failed, exception);
        }
    }

    public Task RunAsync(string tool, string doing, string remedy, Action<Recording> call, CancellationToken cancellationToken) =>
        RunAsync(
            tool,
            doing,
            remedy,
            recording =>
            {
                call(recording);
                return true;
            },
            cancellationToken);

    private static string Message(string doing, CakeException exception, Transcript transcript)
    {
        var lines = transcript.Lines.Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(Quoted).Select(line => $"{Environment.NewLine}    {line}");
        return $"{doing} failed: {exception.Message}{string.Concat(lines)}";
    }
}

/// <summary>A tool that was at work when the run was cancelled.</summary>
/// <param name="doing">Names the call: "terraform init of terraform/cluster".</param>
public sealed class ToolInterruptedException(string doing, CancellationToken cancellationToken)
    : OperationCanceledException($"{doing} was interrupted.", cancellationToken);

/// <summary>Shows what one tool prints while it runs and keeps the end of it for the error message.</summary>
public sealed class Recording(string tool, IProcessOutput output)
{
    private Action<string> told = _ => { };

    public Transcript Transcript { get; } = new();

    /// <summary>Records both outputs.</summary>
    public T Both<T>(T settings)
        where T : ToolSettings => With(settings, Take);

    /// <summary>Records standard error alone: standard output is the tool's result, and may hold what nobody should see.</summary>
    public T ErrorsOnly<T>(T settings)
        where T : ToolSettings => With(settings, output: null);

    /// <summary>Shows both outputs and keeps standard error alone: what is on standard output is long, and says nothing of a failure.</summary>
    public T ErrorsKept<T>(T settings)
        where T : ToolSettings => With(settings, Show);

    /// <summary>Puts standard output into a text and shows none of it.</summary>
    public T Captured<T>(T settings, StringBuilder text)
        where T : ToolSettings => With(settings, line =>
        {
            text.AppendLine(line);
            return line;
        });

    /// <summary>Hands each line that is shown to somebody else as well.</summary>
    public Recording Telling(Action<string> line)
    {
        told = line;
        return this;
    }

    private T With<T>(T settings, Func<string, string>? output)
        where T : ToolSettings
    {
        settings.SetupProcessSettings = process =>
        {
            (process.RedirectStandardError, process.RedirectedStandardErrorHandler) = (true, Take);
            if (output is not null)
            {
                (process.RedirectStandardOutput, process.RedirectedStandardOutputHandler) = (true, output);
            }
        };
        return settings;
    }

    private string Take(string line)
    {
        if (line is not null)
        {
            Transcript.Add(line);
            Show(line);
        }

        return line!;
    }

    private string Show(string line)
    {
        output.Line(tool, line);
        told(line);
        return null!;
    }
}

/// <summary>The last lines that a process printed: what an error message quotes.</summary>
public sealed class Transcript(int capacity = 40)
{
    private readonly Queue<string> lines = new();
    private readonly Lock gate = new();

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    public void Add(string line)
    {
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > capacity)
            {
                lines.Dequeue();
            }
        }
    }
}

/// <summary>Takes what a child process prints, line by line, from several threads.</summary>
public interface IProcessOutput
{
    /// <param name="tool">File name of the executable, without directory.</param>
    /// <param name="line">Without its line end.</param>
    void Line(string tool, string line);
}
