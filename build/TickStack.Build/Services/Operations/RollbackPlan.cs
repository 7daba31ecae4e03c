using Amazon.ECS.Model;

namespace TickStack.Build.Services.Operations;

/// <summary>Where a service would go back to.</summary>
/// <param name="Live">As it stands.</param>
/// <param name="Target">The revision that shall run again.</param>
/// <param name="CompletedAt">When it last completed (UTC); null: as far as ECS remembers, it never did.</param>
/// <param name="Calls">The calls that carry the plan out are counted along.</param>
public sealed record RollbackPlan(Service Live, TaskDefinition Target, DateTime? CompletedAt, EcsCalls Calls);
