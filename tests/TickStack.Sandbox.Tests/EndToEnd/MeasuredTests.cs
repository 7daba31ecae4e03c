namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>They measure how soon something is seen: while they run, nothing else does.</summary>
[CollectionDefinition(nameof(MeasuredTests), DisableParallelization = true)]
[Trait("Category", "Sandbox")]
public sealed class MeasuredTests : ICollectionFixture<LiveStackFixture>;
