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
    Task ImportAsync(TerraformRoot root, string address, string id, CancellationToken cancellationToken);

    /// <summary>Takes a resource out of the state and leaves it as it is.</summary>
    Task ForgetAsync(TerraformRoot root, string address, CancellationToken cancellationToken);
}

/// <summary>The commands on the state. Those that change it take its lock, as a plan does.</summary>
public sealed class StateCommands(TerraformCommands terraform, RootFolders folders, LockWatch locks) : IStateCommands
{
    public Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken) =>
        terraform.RunAsync(root, ["state", "pull"], _ => { }, cancellationToken);

    public Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken) =>
        ChangeAsync(root, ["untaint", address], cancellationToken);

    public Task ImportAsync(TerraformRoot root, string address, string id, CancellationToken cancellationToken) =>
        ChangeAsync(root, ["import", "-input=false", $"-var-file={folders.Variables(root)}", address, id], cancellationToken);

    public Task ForgetAsync(TerraformRoot root, string address, CancellationToken cancellationToken) =>
        ChangeAsync(root, ["state", "rm", address], cancellationToken);

    private Task<string> ChangeAsync(TerraformRoot root, string[] arguments, CancellationToken cancellationToken) =>
        locks.RunAsync(root, TerraformCommands.Doing(root, arguments), line => terraform.RunAsync(root, arguments, line, cancellationToken));
}
