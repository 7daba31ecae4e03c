using Amazon.ECS.Model;

namespace TickStack.Build.Services;

/// <summary>Registers a task definition only where no revision says the same already.</summary>
public sealed class TaskDefinitionRevisions(EcsCalls calls)
{
    /// <param name="live">ARN of the revision that the service runs, if there is a service.</param>
    public async Task<TaskDefinitionRevision> EnsureAsync(RegisterTaskDefinitionRequest wanted, string? live, CancellationToken cancellationToken)
    {
        if (live is not null && await SameAsync(wanted, live, cancellationToken) is { } running)
        {
            return new TaskDefinitionRevision(running.TaskDefinitionArn!, Registered: false);
        }

        // Registered by a run that ended before it could update the service, or the one that a rollback has left.
        if (await NewestAsync(wanted, cancellationToken) is { } newest)
        {
            return new TaskDefinitionRevision(newest.TaskDefinitionArn!, Registered: false);
        }

        var registered = await calls.RegisterAsync(wanted, token => NewestAsync(wanted, token), cancellationToken);
        return new TaskDefinitionRevision(registered.TaskDefinitionArn!, Registered: true);
    }

    private Task<TaskDefinition?> NewestAsync(RegisterTaskDefinitionRequest wanted, CancellationToken cancellationToken) => SameAsync(wanted, wanted.Family!, cancellationToken);

    private async Task<TaskDefinition?> SameAsync(RegisterTaskDefinitionRequest wanted, string name, CancellationToken cancellationToken) =>
        await calls.FindTaskDefinitionAsync(name, cancellationToken) is { } found && TaskDefinitionForm.Same(wanted, found) ? found : null;
}
