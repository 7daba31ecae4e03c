using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace TickStack.Build.Aws;

/// <summary>What a container's secret refers to. Only whether it is there; nothing reads a value.</summary>
public interface ISecretReferences
{
    /// <param name="valueFrom">As in a task definition: the ARN of a secret, with or without a key; the ARN or the name of a parameter.</param>
    Task<bool> ExistsAsync(string valueFrom, CancellationToken cancellationToken);
}

/// <summary>Secrets Manager and Parameter Store.</summary>
public sealed class AwsSecretReferences(IAmazonSecretsManager secrets, IAmazonSimpleSystemsManagement parameters) : ISecretReferences
{
    // arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME; a key, a stage and a version may follow.
    private const int PartsOfSecretArn = 7;

    public Task<bool> ExistsAsync(string valueFrom, CancellationToken cancellationToken) => AwsCall.FindAsync(
        $"looking for the secret {valueFrom}",
        exception => exception is Amazon.SecretsManager.Model.ResourceNotFoundException,
        () => valueFrom.Contains(":secretsmanager:", StringComparison.Ordinal)
            ? IsSecretAsync(string.Join(':', valueFrom.Split(':').Take(PartsOfSecretArn)), cancellationToken)
            : IsParameterAsync(valueFrom, cancellationToken));

    private async Task<bool> IsSecretAsync(string arn, CancellationToken cancellationToken) =>
        (await secrets.DescribeSecretAsync(new() { SecretId = arn }, cancellationToken)).DeletedDate is null;

    private async Task<bool> IsParameterAsync(string valueFrom, CancellationToken cancellationToken)
    {
        // arn:…:parameter/path/name is the parameter /path/name, and arn:…:parameter/name may be /name or name.
        var path = valueFrom.StartsWith("arn:", StringComparison.Ordinal)
            ? valueFrom[valueFrom.IndexOf(":parameter/", StringComparison.Ordinal)..][":parameter".Length..] : valueFrom;
        var filter = new ParameterStringFilter { Key = "Name", Option = "Equals", Values = [path, path.TrimStart('/')] };
        filter.Values = [.. filter.Values.Distinct()];
        return (await parameters.DescribeParametersAsync(new() { ParameterFilters = [filter] }, cancellationToken)).Parameters is { Count: > 0 };
    }
}
