using TickStack.Build.Settings;

namespace TickStack.Build.Tasks;

/// <summary>By itself, for people; every target that needs the sandbox opens it anyway.</summary>
[TaskName("Start-Sandbox")]
[TaskDescription("Starts the sandbox: AWS emulator, Docker engine and registry on this machine")]
public sealed class StartSandboxTask : EnvironmentTask
{
    protected override async Task ExecuteAsync(BuildContext context)
    {
        if (context.Settings.Cloud != CloudKind.Sandbox)
        {
            throw new FailureException(
                $"The environment '{context.Settings.Environment}' is an AWS account, not a sandbox.",
                "Leave --environment out, or name one whose cloud is \"sandbox\".",
                ExitCode.InvalidInput);
        }

        await context.OpenCloudAsync();
        foreach (var note in context.Report.Notes)
        {
            context.Steps.Note(note);
        }
    }
}
