namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>An apply takes most of a minute: these tests share one.</summary>
[CollectionDefinition(nameof(AppliedClusterTests))]
[Trait("Category", "Sandbox")]
public sealed class AppliedClusterTests : ICollectionFixture<AppliedCluster>;
