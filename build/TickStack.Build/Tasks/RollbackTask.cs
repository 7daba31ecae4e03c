using TickStack.Build.Ecs;
using TickStack.Build.Options;

namespace TickStack.Build.Tasks;

[TaskName("Rollback")]
[TaskDescription("Goes back to the last revision that completed, or to the one that --to names")]
public sealed class RollbackTask : CloudTask<RollbackOptions>
{
    protected override async Task RunInCloudAsync(BuildContext context, RollbackOptions options)
    {
        if (options is { To: not null, Services.Name: null })
        {
            throw new FailureException("--to names a revision of one service", "say which with --service=influxdb or --service=tick", ExitCode.InvalidInput);
        }

        var cluster = await context.Outputs.ClusterAsync(context.Cancellation);
        var plans = await PlanAsync(context, options, cluster.ClusterName);
        await RequireImagesAsync(context, plans);
        foreach (var plan in plans)
        {
            context.Steps.Note(Words(plan));
            context.Report.Add(await context.Rollback.RollBackAsync(plan, context.Cancellation));
        }
    }

    // All are planned before the first is carried out: half a rollback is no way back.
    private static async Task<IReadOnlyList<RollbackPlan>> PlanAsync(BuildContext context, RollbackOptions options, string cluster)
    {
        var plans = new List<RollbackPlan>();
        var problems = new List<Problem>();
        foreach (var service in options.Services.All)
        {
            try
            {
                plans.Add(await context.Rollback.PlanAsync(cluster, service.NameIn(context.Settings.Name), options.To, context.Cancellation));
            }
            catch (FailureException failure) when (failure.ExitCode == ExitCode.Unavailable && options.Services.Name is null)
            {
                problems.AddRange(failure.Problems);
            }
        }

        if (plans.Count == 0)
        {
            throw new FailureException(problems, ExitCode.Unavailable);
        }

        problems.ForEach(problem => context.Steps.Note(problem.Message));
        return plans;
    }

    // A repository keeps so many images; one that is gone would leave the service with nothing to start.
    private static async Task RequireImagesAsync(BuildContext context, IReadOnlyList<RollbackPlan> plans)
    {
        var problems = new List<Problem>();
        foreach (var image in plans.SelectMany(plan => plan.Target.ContainerDefinitions ?? []).Select(container => container.Image!).Distinct())
        {
            if (await context.ImageManifests.ArchitecturesAsync(image, context.Cancellation) is null)
            {
                problems.Add(new Problem(
                    $"the image {image} is no longer in its repository",
                    "go back to another revision (--target=Revisions lists them), or deploy the wanted commit anew"));
            }
        }

        if (problems.Count > 0)
        {
            throw new FailureException(problems, ExitCode.Unavailable);
        }
    }

    private static string Words(RollbackPlan plan)
    {
        var (from, to) = (TaskDefinitionRevision.NameOf(plan.Live.TaskDefinition), TaskDefinitionRevision.NameOf(plan.Target.TaskDefinitionArn));
        var completed = plan.CompletedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"completed {at.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z")
            : "ECS remembers no completed deployment of it";
        return from == to ? $"{plan.Live.ServiceName} runs {to} already" : $"{plan.Live.ServiceName}: {from} → {to} ({completed})";
    }
}

/// <param name="Services">Which to take back.</param>
/// <param name="To">Revision to go back to, as typed; null: the last that completed.</param>
public sealed record RollbackOptions(ChosenServices Services, string? To) : ITargetOptions<RollbackOptions>
{
    private static readonly KnownOption Revision = new(
        "to",
        new("REVISION", "the number of a revision, such as 7, or family:7", IsRevision),
        "Revision to go back to, such as 7 (the last one before that completed); needs --service");

    public static IReadOnlyList<KnownOption> Known => [ChosenServices.Option, Revision, RolloutLimits.FailFast];

    public static RollbackOptions Read(CommandLine line) => new(ChosenServices.Read(line), line.Value(Revision));

    private static bool IsRevision(string text) =>
        int.TryParse(text[(text.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
}
