using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>Reads one key of a service into the service.</summary>
internal delegate ComposeService ServiceKeyReading(ComposeService service, DocumentValue value, ReadingContext context);

/// <param name="Versions">Those that know the key.</param>
/// <param name="Read">Null: the key is known, but means nothing to ECS; it is skipped with a warning.</param>
/// <param name="Elsewhere">Where the same is said in a version that does not know the key.</param>
internal sealed record ServiceKey(ComposeVersions Versions, ServiceKeyReading? Read, string? Elsewhere = null);
