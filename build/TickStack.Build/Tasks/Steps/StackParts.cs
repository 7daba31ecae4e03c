using TickStack.Build.Images;
using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What a service's files are rendered from, beside the settings.</summary>
/// <param name="Cluster">Terraform's outputs.</param>
/// <param name="Images">Component → image, of the service's components.</param>
public sealed record StackParts(ClusterOutputs Cluster, IReadOnlyDictionary<string, PublishedImage> Images);
