using System.Text.Json.Nodes;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Artifacts;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Infrastructure;

/// <summary>What stands in the account, for targets that change none of it: from this checkout's last apply, or else from Terraform's
/// state, so that they work on a fresh clone too.</summary>
public sealed class StackOutputs(ArtifactStore artifacts, ITerraform terraform, IStepReport steps)
{
    public Task<ClusterOutputs> ClusterAsync(CancellationToken cancellationToken) => ReadAsync<ClusterOutputs>(TerraformRoot.Cluster, cancellationToken);

    /// <summary>As the state has them, whatever an earlier run on this machine has saved.</summary>
    public Task<ClusterOutputs> ClusterFromStateAsync(CancellationToken cancellationToken) => FromStateAsync<ClusterOutputs>(TerraformRoot.Cluster, cancellationToken);

    public Task<RegistryOutputs> RegistryAsync(CancellationToken cancellationToken) => ReadAsync<RegistryOutputs>(TerraformRoot.Registry, cancellationToken);

    /// <summary>The zone of the data volume, which it never leaves; null while no state tells of it.</summary>
    public async Task<string?> ZoneAsync(CancellationToken cancellationToken)
    {
        if (artifacts.Holds(TerraformRoot.Cluster.OutputsArtifact))
        {
            return (await ClusterAsync(cancellationToken)).AvailabilityZone;
        }

        // Not all outputs: a first apply that was cut short has left some.
        await terraform.InitAsync(TerraformRoot.Cluster, cancellationToken);
        return JsonNode.Parse(await terraform.OutputJsonAsync(TerraformRoot.Cluster, cancellationToken))?["availability_zone"]?["value"]?.GetValue<string>();
    }

    private async Task<T> ReadAsync<T>(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (artifacts.Holds(root.OutputsArtifact))
        {
            return artifacts.Read<T>(root.OutputsArtifact, root.ApplyTarget);
        }

        steps.Note($"terraform/{root.Name}: reading the outputs from the state");
        return await FromStateAsync<T>(root, cancellationToken);
    }

    private async Task<T> FromStateAsync<T>(TerraformRoot root, CancellationToken cancellationToken)
    {
        await terraform.InitAsync(root, cancellationToken);
        var outputs = await terraform.OutputJsonAsync(root, cancellationToken);
        return outputs.Trim() == "{}"
            ? throw new FailureException($"There is no {root.Title} yet: the state of terraform/{root.Name} is empty.", $"Run --target={root.ApplyTarget}.", ExitCode.Unavailable)
            : OutputReader.Read<T>(root, outputs);
    }
}
