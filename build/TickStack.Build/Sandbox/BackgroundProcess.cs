using TickStack.Build.Artifacts;
using TickStack.Build.Processes;

namespace TickStack.Build.Sandbox;

/// <summary>A part that goes on running between two runs of the host: the emulator, the registry, the engine. Its log is logs/NAME.log, its identity
/// run/NAME.pid. What it was started from is written to run/NAME.fingerprint only once it answers, so a start that was cut short is never taken for a finished
/// one.</summary>
public sealed class BackgroundProcess(string name, SandboxFolder folder, ICommands commands, RunningProcesses processes, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly DetachedProcess process = new(commands, folder.PidFile(name), folder.Log(name));

    public string Log { get; } = folder.Log(name);

    private string FingerprintFile => Path.ChangeExtension(folder.PidFile(name), "fingerprint");

    /// <summary>Whether it runs at all, also when it was started from something else.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        this.process.Running is { } process && await processes.IsRunningAsync(process, cancellationToken);

    public async Task<bool> IsRunningAsync(string fingerprint, CancellationToken cancellationToken) =>
        File.Exists(FingerprintFile)
        && await File.ReadAllTextAsync(FingerprintFile, cancellationToken) == fingerprint
        && await IsRunningAsync(cancellationToken);

    /// <summary>One that runs, but whose identity is lost, is left alone: another beside it would lose what it holds.</summary>
    /// <param name="arguments">Stand in its command line, and in no other sandbox's.</param>
    /// <param name="cancellationToken">The run's token.</param>
    /// <exception cref="FailureException">There is such a one.</exception>
    public async Task RequireKnownAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (!await IsRunningAsync(cancellationToken) && CommandLines.Find(arguments) is { } id)
        {
            throw new FailureException(
                $"The {name} of this sandbox runs as process {id}, but {folder.PidFile(name)} does not say so. Nothing was started.",
                $"End it (kill {id}) and run the target again; what it holds in memory is lost then.",
                ExitCode.Unavailable);
        }
    }

    /// <summary>Starts it, in the place of one that still runs, and returns when it answers.</summary>
    /// <exception cref="FailureException">It ended, or did not answer in time; it runs no more.</exception>
    public async Task StartAsync(
        Command command, string fingerprint, Func<CancellationToken, Task<bool>> answers, TimeSpan patience, CancellationToken cancellationToken)
    {
        await EndAsync(cancellationToken);
        TurnLog();
        var process = await this.process.StartAsync(command, cancellationToken);
        var answered = false;
        await Poll.IsReachedAsync(
            time,
            Interval,
            patience,
            async () => (answered = await answers(cancellationToken)) || !await processes.IsRunningAsync(process, cancellationToken),
            cancellationToken);
        if (!answered)
        {
            await EndAsync(cancellationToken);
            throw new FailureException($"{name} does not start: {LastLine()}", $"see {Log}", ExitCode.Unavailable);
        }

        StagedFile.Write(FingerprintFile, fingerprint);
    }

    /// <returns>False when it was not running.</returns>
    public async Task<bool> EndAsync(CancellationToken cancellationToken)
    {
        var ended = this.process.Running is { } process && await processes.EndAsync(process, TimeSpan.FromSeconds(30), cancellationToken);
        File.Delete(FingerprintFile);
        this.process.Forget();
        return ended;
    }

    // One earlier log is kept: it grows with every request, and the last line should be this process's own.
    private void TurnLog()
    {
        if (File.Exists(Log))
        {
            File.Move(Log, $"{Log}.1", overwrite: true);
        }
    }

    private string LastLine() => File.ReadLines(Log).LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "it says nothing";
}

/// <summary>Asks a server on this machine whether it answers; never through a proxy.</summary>
public static class HttpProbe
{
    // A busy machine is slow to answer, and one that is taken for dead is started anew, empty.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Bound };

    public static async Task<bool> AnswersAsync(string url, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri(url), cancellationToken);
            return response.StatusCode == expected;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>With what words the processes of this machine were started; only Linux shows that.</summary>
internal static class CommandLines
{
    private const string Processes = "/proc";

    /// <returns>The id of a process whose command line has all of the words.</returns>
    public static int? Find(IReadOnlyList<string> words) => !OperatingSystem.IsLinux() ? null : Directory.EnumerateDirectories(Processes)
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null)
        .FirstOrDefault(id => id is not null && !words.Except(ProcFile.Words(id.Value, "cmdline")).Any());
}
