using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Services.Operations;

/// <summary>Chooses what to go back to.</summary>
public static class RollbackChoice
{
    /// <summary>The newest revision that completed and is older than the one that runs: going back again goes further back, never forward.</summary>
    /// <returns>Null when there is none.</returns>
    public static CompletedDeployment? Last(Service live, IEnumerable<CompletedDeployment> completed)
    {
        var current = TaskDefinitionRevision.NumberOf(live.TaskDefinition!);
        return completed
            .Where(deployment => TaskDefinitionRevision.NumberOf(deployment.TaskDefinition) < current)
            .MaxBy(deployment => TaskDefinitionRevision.NumberOf(deployment.TaskDefinition));
    }

    /// <exception cref="FailureException">There is none.</exception>
    public static CompletedDeployment RequireLast(Service live, IEnumerable<CompletedDeployment> completed) => Last(live, completed) ?? throw new FailureException(
        $"{live.ServiceName}: no revision before {TaskDefinitionRevision.NameOf(live.TaskDefinition)} has completed, as far as ECS remembers (90 days)",
        "name one with --service and --to=REVISION; --target=Revisions lists them",
        ExitCode.Unavailable);

    /// <param name="revision">As typed: "7" or "family:7".</param>
    /// <returns>"family:7".</returns>
    /// <exception cref="FailureException">It is of another family.</exception>
    public static string Named(Service live, string revision)
    {
        var family = TaskDefinitionRevision.FamilyOf(live.TaskDefinition!);
        var name = revision.Contains(':', StringComparison.Ordinal) ? revision : $"{family}:{revision}";
        return TaskDefinitionRevision.FamilyOf(name) == family
            ? name
            : throw new FailureException($"{name} is no revision of {live.ServiceName}", $"write --to={family}:NUMBER, or the number alone", ExitCode.InvalidInput);
    }
}
