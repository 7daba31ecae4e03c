namespace TickStack.Build.Manifests.Params;

/// <param name="Type">Of a constraint "memberOf" or "distinctInstance", of a strategy "random", "spread" or "binpack".</param>
/// <param name="Argument">The constraint's expression or the strategy's field.</param>
public sealed record PlacementRule(string Type, string? Argument);
