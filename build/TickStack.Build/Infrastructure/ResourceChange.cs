namespace TickStack.Build.Infrastructure;

/// <summary>What a plan does to one resource.</summary>
/// <param name="Address">"aws_ebs_volume.data".</param>
/// <param name="Action">Create, update, replace or destroy.</param>
/// <param name="Reasons">Why it cannot stay: the arguments that only another resource can have, or that it left the configuration.
/// Empty for one that stays.</param>
public sealed record ResourceChange(string Address, ChangeAction Action, IReadOnlyList<string> Reasons);
