using System.Text.Json.Serialization.Metadata;
using TickStack.Build.Artifacts;
using TickStack.Build.Reporting;
using TickStack.Build.Stack;

namespace TickStack.Build.Terraform;

/// <summary>What stands in the account, for targets that change none of it: from this checkout's last apply, or else from Terraform's
/// state, so that they work on a fresh clone too.</summary>
public sealed class StackOutputs(ArtifactStore artifacts, ITerraform terraform, IStepReport steps)
{
    public Task<ClusterOutputs> ClusterAsync(CancellationToken cancellationToken) => ReadAsync<ClusterOutputs>(TerraformRoot.Cluster, cancellationToken);

    /// <summary>As the state has them, also when an earlier run on this machine has saved others.</summary>
    public Task<ClusterOutputs> ClusterFromStateAsync(CancellationToken cancellationToken) =>
        FromStateAsync<ClusterOutputs>(TerraformRoot.Cluster, cancellationToken);

    public Task<RegistryOutputs> RegistryAsync(CancellationToken cancellationToken) => ReadAsync<RegistryOutputs>(TerraformRoot.Registry, cancellationToken);

    /// <summary>The zone of the data volume, which it never leaves; null while no state tells of it.</summary>
    public async Task<string?> ZoneAsync(CancellationToken cancellationToken)
    {
        if (artifacts.Find<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact) is { } saved)
        {
            return saved.AvailabilityZone;
        }

        // Not all outputs: a first apply that was cut short has left some.
        await terraform.InitAsync(TerraformRoot.Cluster, cancellationToken);
        return OutputReader.Text(TerraformRoot.Cluster, await terraform.OutputJsonAsync(TerraformRoot.Cluster, cancellationToken), "availability_zone");
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
            ? throw new FailureException(
                $"There is no {root.Title} yet: the state of terraform/{root.Name} is empty.", $"Run --target={root.ApplyTarget}.", ExitCode.Unavailable)
            : OutputReader.Read<T>(root, outputs);
    }
}

/// <summary>Terraform's outputs as a typed record.</summary>
public static class OutputReader
{
    /// <param name="root">Where they come from, for messages.</param>
    /// <param name="json">What "terraform output -json" prints: name → { value, type, sensitive }.</param>
    /// <exception cref="FailureException">Names every output that is missing or of another shape.</exception>
    public static T Read<T>(TerraformRoot root, string json)
    {
        var values = Values(root, json);
        var problems = TerraformJson.Options.GetTypeInfo(typeof(T)).Properties
            .Where(property => property.IsRequired)
            .Select(property => Check(root, property, values))
            .OfType<Problem>()
            .ToList();
        return problems.Count == 0
            ? JsonSerializer.SerializeToElement(values, TerraformJson.Options).Deserialize<T>(TerraformJson.Options)!
            : throw new FailureException(problems, ExitCode.Unavailable);
    }

    /// <returns>One output alone; null while the state has none of that name.</returns>
    public static string? Text(TerraformRoot root, string json, string name) =>
        Values(root, json).GetValueOrDefault(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static Dictionary<string, JsonElement> Values(TerraformRoot root, string json) =>
        TerraformJson.Read<Dictionary<string, Output>>($"terraform output -json of terraform/{root.Name}", json)
            .ToDictionary(output => output.Key, output => output.Value.Value);

    private static Problem? Check(TerraformRoot root, JsonPropertyInfo property, Dictionary<string, JsonElement> values)
    {
        var remedy = $"Declare it in terraform/{root.Name}/outputs.tf, or run --target={root.ApplyTarget} when the state is older than the configuration.";
        if (!values.TryGetValue(property.Name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return new Problem($"terraform/{root.Name} has no output '{property.Name}'", remedy);
        }

        try
        {
            value.Deserialize(property.PropertyType, TerraformJson.Options);
            return null;
        }
        catch (JsonException)
        {
            return new Problem($"terraform/{root.Name}: the output '{property.Name}' has another shape than expected", remedy);
        }
    }

    private sealed record Output
    {
        public required JsonElement Value { get; init; }
    }
}

/// <summary>Outputs of terraform/cluster. "Service" keys are "influxdb" and "tick"; "component" keys are the four images' names.</summary>
public sealed record ClusterOutputs
{
    public required string ClusterName { get; init; }

    public required string CapacityProvider { get; init; }

    public required string VpcId { get; init; }

    public required string AvailabilityZone { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init; }

    public required string DataVolumeId { get; init; }

    /// <summary>Service → security group id.</summary>
    public required IReadOnlyDictionary<string, string> SecurityGroupIds { get; init; }

    /// <summary>Service → role that its containers act as.</summary>
    public required IReadOnlyDictionary<string, string> TaskRoleArns { get; init; }

    /// <summary>Service → role that ECS pulls images and reads secrets with.</summary>
    public required IReadOnlyDictionary<string, string> ExecutionRoleArns { get; init; }

    /// <summary>Component → log group name.</summary>
    public required IReadOnlyDictionary<string, string> LogGroups { get; init; }

    /// <summary>Service → Cloud Map service.</summary>
    public required IReadOnlyDictionary<string, CloudMapService> ServiceRegistries { get; init; }

    /// <summary>Secret name ("influxdb_admin_password", …) → ARN. Never a value.</summary>
    public required IReadOnlyDictionary<string, string> SecretArns { get; init; }
}

/// <summary>Outputs of terraform/registry.</summary>
public sealed record RegistryOutputs
{
    /// <summary>Component → "registry-host/path".</summary>
    public required IReadOnlyDictionary<string, string> RepositoryUrls { get; init; }

    /// <exception cref="FailureException">Terraform made none for it.</exception>
    public string RepositoryOf(Component component) => RepositoryUrls.TryGetValue(component.Name, out var url)
        ? url
        : throw new FailureException($"terraform/registry has no repository for '{component.Name}'.", "Run --target=Apply-Registry.", ExitCode.Unavailable);
}

/// <summary>A Cloud Map service that an ECS service registers its tasks in.</summary>
public sealed record CloudMapService
{
    public required string Arn { get; init; }

    /// <summary>Name within the namespace, as in "influxdb" of "influxdb.monitoring".</summary>
    public required string Name { get; init; }

    public required string NamespaceId { get; init; }

    public required string NamespaceName { get; init; }

    /// <summary>"private" or "public".</summary>
    public required string Visibility { get; init; }

    public string DnsName => $"{Name}.{NamespaceName}";
}
