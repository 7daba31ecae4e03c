using TickStack.Build.Reporting;

namespace TickStack.Build.Tools.Cloud;

/// <summary>Opens the cloud once per run and lets this process and its children see its endpoints.</summary>
/// <param name="cloud">What to open.</param>
/// <param name="report">Takes what was replaced or set up.</param>
/// <param name="furnish">What a cloud that begins empty needs before the first stage; runs with its endpoints in place.</param>
public sealed class CloudDoor(ICloud cloud, RunReport report, Func<CancellationToken, Task> furnish)
{
    private CloudSession? session;

    /// <summary>What the opened cloud handed out.</summary>
    public CloudSession Session => session ?? throw new InvalidOperationException("the cloud is not open yet");

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (session is not null)
        {
            return;
        }

        var opened = await cloud.OpenAsync(cancellationToken);
        foreach (var (name, value) in opened.Variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        report.Notes = opened.Notes;
        await furnish(cancellationToken);
        session = opened;
    }
}
