using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Sandbox;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Cloud;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Starts and ends the sandbox by itself, for people; every target that needs it opens it anyway.</summary>
public sealed class SandboxStep(StackSettings settings, CloudDoor door, SandboxComposition sandbox, RunReport report, IStepReport steps)
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Cloud != CloudKind.Sandbox)
        {
            throw new FailureException($"The environment '{settings.Environment}' is an AWS account, not a sandbox.", "Leave --environment out, or name one whose cloud is \"sandbox\".", ExitCode.InvalidInput);
        }

        await door.OpenAsync(cancellationToken);
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
