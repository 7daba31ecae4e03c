namespace TickStack.Build.Infrastructure;

/// <summary>What a plan does to one resource.</summary>
/// <param name="Address">"aws_ebs_volume.data".</param>
/// <param name="Action">Create, update, replace or destroy.</param>
public sealed record ResourceChange(string Address, ChangeAction Action);
