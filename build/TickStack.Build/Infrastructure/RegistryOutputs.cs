using TickStack.Build.Errors;

namespace TickStack.Build.Infrastructure;

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
