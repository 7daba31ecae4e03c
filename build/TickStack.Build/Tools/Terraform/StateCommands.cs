using TickStack.Build.Errors;
using TickStack.Build.Infrastructure;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Tools.Terraform;

/// <summary>The commands on the state that Cake.Terraform has no alias for.</summary>
public sealed class StateCommands(ICommands commands, RootFolders folders) : IStateCommands
{
    public Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken) => RunAsync(root, ["state", "pull"], cancellationToken);

    public Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken) => RunAsync(root, ["untaint", address], cancellationToken);

    private Dictionary<string, string?> EnvironmentOf(TerraformRoot root) =>
        folders.Environment(root).ToDictionary(variable => variable.Key, variable => (string?)variable.Value);

    private async Task<string> RunAsync(TerraformRoot root, string[] arguments, CancellationToken cancellationToken)
    {
        var command = new CommandLine("terraform", arguments)
        {
            WorkingDirectory = folders.Configuration(root),
            Variables = EnvironmentOf(root),
        };
        var result = await commands.RunAsync(command, cancellationToken);
        return result.Succeeded
            ? result.Output
            : throw new FailureException($"{command} of terraform/{root.Name} failed: {result.Error.Trim()}", TerraformRemedy.Plan);
    }
}
