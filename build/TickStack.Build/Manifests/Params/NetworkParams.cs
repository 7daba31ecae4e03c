using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Params;

/// <param name="Subnets">Ids.</param>
/// <param name="SecurityGroups">Ids.</param>
/// <param name="AssignPublicIp">"ENABLED", "DISABLED" or null.</param>
/// <param name="Location">Of the awsvpc_configuration section.</param>
public sealed record NetworkParams(IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups, string? AssignPublicIp, SourceLocation Location);
