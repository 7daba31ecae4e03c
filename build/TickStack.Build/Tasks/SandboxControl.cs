using TickStack.Build.Aws;
using TickStack.Build.Reporting;
using TickStack.Build.Sandbox;
using TickStack.Build.Settings;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

/// <summary>Starts and ends the sandbox by itself, for people; every target that needs it opens it anyway.</summary>
public sealed class SandboxControl(StackSettings settings, CloudConnection cloud, SandboxComposition sandbox, RunReport report, IStepReport steps)
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Cloud != CloudKind.Sandbox)
        {
            throw new FailureException($"The environment '{settings.Environment}' is an AWS account, not a sandbox.", "Leave --environment out, or name one whose cloud is \"sandbox\".", ExitCode.InvalidInput);
        }

        await cloud.OpenAsync(cancellationToken);
        foreach (var note in report.Notes)
        {
            steps.Note(note);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var ended = await sandbox.Create().StopAsync(cancellationToken);
        steps.Note(ended.Count == 0 ? "Nothing of this sandbox was running" : $"Ended: {string.Join(", ", ended)}");
    }
}
