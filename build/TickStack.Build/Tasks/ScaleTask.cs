using TickStack.Build.Options;

namespace TickStack.Build.Tasks;

[TaskName("Scale")]
[TaskDescription("Stops the services for maintenance and starts them again, and changes nothing else about them")]
public sealed class ScaleTask : CloudTask<ScaleOptions>
{
    protected override async Task RunInCloudAsync(BuildContext context, ScaleOptions options)
    {
        var cluster = await context.Outputs.ClusterAsync(context.Cancellation);
        if (options.DesiredCount > 0 && await context.UnfinishedRestore.ProblemsAsync(context.Cancellation) is { Count: > 0 } problems)
        {
            throw new FailureException(problems, ExitCode.Unavailable);
        }

        await context.Services.ScaleAsync(cluster.ClusterName, options.Services.All, options.DesiredCount, context.Cancellation);
    }
}

public sealed record ScaleOptions(ChosenServices Services, int DesiredCount) : ITargetOptions<ScaleOptions>
{
    private static readonly KnownOption Count = new(
        "desired-count",
        OptionValue.Number("N", 0, 1),
        "0 stops a service's task, 1 starts it again; never more, for its files allow one writer")
    { IsRequired = true };

    public static IReadOnlyList<KnownOption> Known => [ChosenServices.Option, Count];

    public static ScaleOptions Read(CommandLine line) => new(ChosenServices.Read(line), line.Number(Count)!.Value);
}
