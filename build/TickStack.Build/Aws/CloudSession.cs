using TickStack.Build.Reporting;

namespace TickStack.Build.Aws;

/// <summary>Where the stages' calls go: a real account, or the sandbox. Opened once per run, before the first stage that needs it.</summary>
public interface ICloud
{
    /// <summary>Makes sure that the place is there and is the right one; throws FailureException otherwise.</summary>
    Task<CloudSession> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>What differs between one cloud and another: endpoints and credentials, never behaviour.</summary>
/// <param name="Variables">Environment variables for this process and its children; a null value unsets.</param>
/// <param name="BaseImages">Component → base image that takes the place of the Dockerfile's.</param>
/// <param name="Notes">What was replaced or set up, for the summary.</param>
public sealed record CloudSession(
    IReadOnlyDictionary<string, string?> Variables,
    IReadOnlyDictionary<string, string> BaseImages,
    IReadOnlyList<string> Notes)
{
    public static CloudSession Unchanged { get; } = new(new Dictionary<string, string?>(), new Dictionary<string, string>(), []);
}

/// <summary>Opens the cloud once per run and lets this process and its children see its endpoints.</summary>
/// <param name="cloud">What to open.</param>
/// <param name="report">Takes what was replaced or set up.</param>
/// <param name="prepare">Makes what a cloud that begins empty lacks for the first stage; runs with its endpoints in place.</param>
public sealed class CloudConnection(ICloud cloud, RunReport report, Func<CancellationToken, Task> prepare)
{
    private CloudSession? session;
    private Dictionary<string, string?> changes = [];

    /// <summary>What the opened cloud handed out.</summary>
    public CloudSession Session => session ?? throw new InvalidOperationException("the cloud is not open yet");

    /// <summary>What of its variables the user's own environment has not; a null value is to be unset. No credentials of an account are among them.</summary>
    public IReadOnlyDictionary<string, string?> Changes => changes;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (session is not null)
        {
            return;
        }

        var opened = await cloud.OpenAsync(cancellationToken);
        changes = opened.Variables.Where(variable => Environment.GetEnvironmentVariable(variable.Key) != variable.Value).ToDictionary();
        foreach (var (name, value) in changes)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        report.Notes = opened.Notes;
        await prepare(cancellationToken);
        session = opened;
    }
}
