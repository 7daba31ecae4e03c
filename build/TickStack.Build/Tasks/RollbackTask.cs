using System.Globalization;
using Cake.Frosting;
using TickStack.Build.Ecs;
using TickStack.Build.Images;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

[TaskName("Rollback")]
[TaskDescription("Goes back to the last revision that completed, or to the one that --to names")]
public sealed class RollbackTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Rollback.RunAsync(context.Cancellation);
}

/// <summary>Goes back to what ran before.</summary>
public sealed class StackRollback(StackOutputs outputs, ServiceRollback rollback, IImageManifests manifests, StackSettings settings, RunOptions options, RunReport report, IStepReport steps)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options is { To: not null, Service: null })
        {
            throw new FailureException("--to names a revision of one service", "say which with --service=influxdb or --service=tick", ExitCode.InvalidInput);
        }

        var cluster = await outputs.ClusterAsync(cancellationToken);
        var plans = await PlansAsync(cluster.ClusterName, cancellationToken);
        await RequireImagesAsync(plans, cancellationToken);
        foreach (var plan in plans)
        {
            steps.Note(Words(plan));
            report.Add(await rollback.RollBackAsync(plan, cancellationToken));
        }
    }

    // All are planned before the first is carried out: half a rollback is no way back.
    private async Task<IReadOnlyList<RollbackPlan>> PlansAsync(string cluster, CancellationToken cancellationToken)
    {
        var plans = new List<RollbackPlan>();
        var problems = new List<Problem>();
        foreach (var service in ChosenServices.Of(options))
        {
            try
            {
                plans.Add(await rollback.PlanAsync(cluster, service.NameIn(settings.Name), options.To, cancellationToken));
            }
            catch (FailureException failure) when (failure.ExitCode == ExitCode.Unavailable && options.Service is null)
            {
                problems.AddRange(failure.Problems);
            }
        }

        if (plans.Count == 0)
        {
            throw new FailureException(problems, ExitCode.Unavailable);
        }

        problems.ForEach(problem => steps.Note(problem.Message));
        return plans;
    }

    // A repository keeps so many images; one that is gone would leave the service with nothing to start.
    private async Task RequireImagesAsync(IReadOnlyList<RollbackPlan> plans, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        foreach (var image in plans.SelectMany(plan => plan.Target.ContainerDefinitions ?? []).Select(container => container.Image!).Distinct())
        {
            if (await manifests.ArchitecturesAsync(image, cancellationToken) is null)
            {
                problems.Add(new Problem($"the image {image} is no longer in its repository", "go back to another revision (--target=Revisions lists them), or deploy the wanted commit anew"));
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
        var completed = plan.CompletedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"completed {at.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z") : "ECS remembers no completed deployment of it";
        return from == to ? $"{plan.Live.ServiceName} runs {to} already" : $"{plan.Live.ServiceName}: {from} → {to} ({completed})";
    }
}
