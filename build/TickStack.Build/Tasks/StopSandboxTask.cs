namespace TickStack.Build.Tasks;

[TaskName("Stop-Sandbox")]
[TaskDescription("Ends what the sandbox started")]
public sealed class StopSandboxTask : EnvironmentTask
{
    protected override async Task ExecuteAsync(BuildContext context)
    {
        var ended = await context.Sandbox.Create().StopAsync(context.Cancellation);
        context.Steps.Note(ended.Count == 0 ? "Nothing of this sandbox was running" : $"Ended: {string.Join(", ", ended)}");
    }
}
