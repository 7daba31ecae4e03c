using Amazon.ECS.Model;

namespace TickStack.Build.Ecs;

/// <summary>A registered task definition.</summary>
/// <param name="Registered">By this run; otherwise it was there already.</param>
public sealed record TaskDefinitionRevision(string Arn, bool Registered)
{
    /// <summary>"family:revision".</summary>
    public string Name => NameOf(Arn)!;

    public static string? NameOf(string? arn) => arn?[(arn.LastIndexOf('/') + 1)..];

    /// <param name="arn">ARN, or "family:revision".</param>
    public static string FamilyOf(string arn) => NameOf(arn)!.Split(':')[0];

    /// <inheritdoc cref="FamilyOf"/>
    public static int NumberOf(string arn) => int.Parse(arn[(arn.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
}

/// <summary>Registers a task definition only where no revision says the same already.</summary>
public sealed class TaskDefinitionRevisions(EcsCalls calls)
{
    /// <param name="live">ARN of the revision that the service runs, if there is a service.</param>
    /// <returns>The revision that says what is wanted, if there is one, and the one that runs.</returns>
    public async Task<(TaskDefinition? Same, TaskDefinition? Live)> FindAsync(
        RegisterTaskDefinitionRequest wanted, string? live, CancellationToken cancellationToken)
    {
        // The newest is the one that runs, most of the time. If not, a rollback has left it, or a run that ended before it could update the service.
        var newest = await calls.FindTaskDefinitionAsync(wanted.Family!, cancellationToken);
        var running = live is null || live == newest?.TaskDefinitionArn ? newest : await calls.FindTaskDefinitionAsync(live, cancellationToken);
        var same = new[] { running, newest }.FirstOrDefault(found => found is not null && TaskDefinitionForm.Same(wanted, found));
        return (same, live is null ? null : running);
    }

    public async Task<TaskDefinitionRevision> EnsureAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Revision is { } found)
        {
            return new TaskDefinitionRevision(found.TaskDefinitionArn!, Registered: false);
        }

        var wanted = plan.Desired.TaskDefinition;
        var registered = await calls.RegisterAsync(wanted, token => NewestAsync(wanted, token), cancellationToken);
        return new TaskDefinitionRevision(registered.TaskDefinitionArn!, Registered: true);
    }

    // Whether a call without an answer was carried out.
    private async Task<TaskDefinition?> NewestAsync(RegisterTaskDefinitionRequest wanted, CancellationToken cancellationToken) =>
        await calls.FindTaskDefinitionAsync(wanted.Family!, cancellationToken) is { } found && TaskDefinitionForm.Same(wanted, found) ? found : null;
}
