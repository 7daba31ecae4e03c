using TickStack.Build.Processes;
using TickStack.Failures;

namespace TickStack.Build.Terraform;

/// <summary>Looks into a root's state, and mends what an interrupted apply has left in it.</summary>
public interface IStateCommands
{
    /// <summary>The state as JSON. It may hold values that nobody should see.</summary>
    Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken);

    /// <summary>Takes back the mark that a resource has to be replaced. Destroys nothing: the next plan compares it as any other.</summary>
    Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken);

    /// <summary>Takes what exists into the state.</summary>
    /// <param name="root">Whose configuration has it.</param>
    /// <param name="address">Its place there.</param>
    /// <param name="id">What its type is imported by.</param>
    /// <param name="cancellationToken">The run's token.</param>
    Task ImportAsync(TerraformRoot root, string address, string id, CancellationToken cancellationToken);

    /// <summary>Takes a resource out of the state and leaves it as it is.</summary>
    Task ForgetAsync(TerraformRoot root, string address, CancellationToken cancellationToken);

    /// <summary>Removes the lock with this id. Whoever calls it knows that nobody works under it.</summary>
    Task UnlockAsync(TerraformRoot root, string id, CancellationToken cancellationToken);
}

/// <summary>The commands on the state that Cake.Terraform has no alias for.</summary>
public sealed class StateCommands(ICommands commands, RootFolders folders, LockedState locked) : IStateCommands
{
    public Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken) => RunAsync(root, ["state", "pull"], cancellationToken);

    public Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken) => RunAsync(root, ["untaint", address], cancellationToken);

    public Task ImportAsync(TerraformRoot root, string address, string id, CancellationToken cancellationToken) =>
        RunAsync(root, ["import", "-input=false", $"-var-file={folders.Variables(root)}", address, id], cancellationToken);

    public Task ForgetAsync(TerraformRoot root, string address, CancellationToken cancellationToken) => RunAsync(root, ["state", "rm", address], cancellationToken);

    public Task UnlockAsync(TerraformRoot root, string id, CancellationToken cancellationToken) => RunAsync(root, ["force-unlock", "-force", id], cancellationToken);

    private Dictionary<string, string?> EnvironmentOf(TerraformRoot root) =>
        folders.Environment(root).ToDictionary(variable => variable.Key, variable => (string?)variable.Value);

    private async Task<string> RunAsync(TerraformRoot root, string[] arguments, CancellationToken cancellationToken)
    {
        var command = new Command("terraform", arguments)
        {
            WorkingDirectory = folders.Configuration(root),
            Variables = EnvironmentOf(root),
        };
        var result = await commands.RunAsync(command, cancellationToken);
        return result.Succeeded
            ? result.Output
            : throw locked.Explain(root, $"{command} of terraform/{root.Name}", new FailureException($"{command} of terraform/{root.Name} failed: {result.Error.Trim()}", TerraformRemedy.Plan));
    }
}
