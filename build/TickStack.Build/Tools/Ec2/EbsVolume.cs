namespace TickStack.Build.Tools.Ec2;

/// <summary>What EC2 says of an EBS volume.</summary>
/// <param name="Id">"vol-…".</param>
/// <param name="State">"creating", "available", "in-use", "deleting", "deleted" or "error".</param>
/// <param name="KeyArn">Of the key that encrypts it; null: it is not encrypted.</param>
/// <param name="HolderId">The instance that it is attached to; null: none, or not yet.</param>
public sealed record EbsVolume(string Id, string State, string? KeyArn, string? HolderId, IReadOnlyDictionary<string, string> Tags);
