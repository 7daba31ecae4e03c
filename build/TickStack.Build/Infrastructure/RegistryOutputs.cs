namespace TickStack.Build.Infrastructure;

/// <summary>Outputs of terraform/registry.</summary>
public sealed record RegistryOutputs
{
    /// <summary>Component → "registry-host/path".</summary>
    public required IReadOnlyDictionary<string, string> RepositoryUrls { get; init; }
}
