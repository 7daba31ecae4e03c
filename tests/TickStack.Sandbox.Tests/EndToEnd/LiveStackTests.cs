namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>One test after the other: they share a sandbox and its stack.</summary>
[CollectionDefinition(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public sealed class LiveStackTests : ICollectionFixture<LiveStackFixture>;
