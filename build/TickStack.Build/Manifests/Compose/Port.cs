using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Compose;

/// <param name="Container">1–65535.</param>
/// <param name="Host">Null: any free one, or in awsvpc mode the container's.</param>
/// <param name="Protocol">"tcp" or "udp".</param>
/// <param name="Location">Of the entry.</param>
public sealed record Port(int Container, int? Host, string Protocol, SourceLocation Location);
