using TickStack.Build.Processes;

namespace TickStack.Build.Terraform;

/// <summary>Runs the commands of terraform that Cake.Terraform has no alias for, on one root at a time.</summary>
public sealed class TerraformCommands(ICommands commands, RootFolders folders)
{
    /// <param name="root">Whose configuration and state it works on.</param>
    /// <param name="arguments">The command's name and its arguments.</param>
    /// <param name="told">Takes each line that it prints.</param>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(TerraformRoot root, string[] arguments, Action<string> told, CancellationToken cancellationToken)
    {
        var command = new Command("terraform", arguments)
        {
            WorkingDirectory = folders.Configuration(root),
            Variables = folders.Environment(root).ToDictionary(variable => variable.Key, variable => (string?)variable.Value),
            Told = told,

            // It works on AWS and on the state, which a kill would leave locked; it says what it waits for, and a signal ends it.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var result = await commands.RunAsync(command, cancellationToken);
        return result.Succeeded ? result.Output : throw new FailureException($"{Doing(root, arguments)} failed: {result.Error.Trim()}", TerraformRemedy.Plan);
    }

    /// <summary>As messages name it: "terraform untaint aws_kms_key.this of terraform/cluster".</summary>
    public static string Doing(TerraformRoot root, string[] arguments) => $"{new Command("terraform", arguments)} of terraform/{root.Name}";
}
