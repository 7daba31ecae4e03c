using TickStack.Build.Errors;
using TickStack.Build.Infrastructure;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Tools.Terraform;

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
