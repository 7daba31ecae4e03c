namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>One sandbox, one test after the other: they share its engine, its emulator and its stack.</summary>
[CollectionDefinition(nameof(EndToEndTests), DisableParallelization = true)]
public sealed class EndToEndTests : ICollectionFixture<LiveStackFixture>;
