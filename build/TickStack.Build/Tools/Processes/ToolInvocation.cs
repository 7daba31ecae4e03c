using Cake.Core;
using TickStack.Build.Errors;

namespace TickStack.Build.Tools.Processes;

/// <summary>Calls Cake's tool aliases, which block, and turns a failure into one message with the tool's last lines.</summary>
public sealed class ToolInvocation(IProcessOutput output)
{
    private const int Quoted = 30;

    /// <param name="tool">Prefix of each line that is shown: "docker".</param>
    /// <param name="doing">Names the call in an error: "docker build of telegraf".</param>
    /// <param name="remedy">What to do when it fails.</param>
    /// <param name="call">The alias; what it is given records what the tool prints.</param>
    /// <param name="cancellationToken">The run's token.</param>
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
            throw new OperationCanceledException($"{doing} was interrupted.", cancellationToken);
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
