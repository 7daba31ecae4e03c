namespace TickStack.Build.Services.Rollouts;

/// <param name="Reason">ECS's own words where there are any.</param>
public sealed record RolloutVerdict(RolloutEnd End, string Reason);
