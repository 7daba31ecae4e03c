namespace TickStack.Build.Tools.Secrets;

/// <summary>What a container's secret refers to. Only whether it is there; nothing reads a value.</summary>
public interface ISecretReferences
{
    /// <param name="valueFrom">As in a task definition: the ARN of a secret, with or without a key; the ARN or the name of a parameter.</param>
    Task<bool> ExistsAsync(string valueFrom, CancellationToken cancellationToken);
}
