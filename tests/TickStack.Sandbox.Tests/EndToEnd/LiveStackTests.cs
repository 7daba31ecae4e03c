namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>One sandbox, one test after the other: they share its emulator and its stack.</summary>
[CollectionDefinition(nameof(LiveStackTests))]
public sealed class LiveStackTests : ICollectionFixture<LiveStackFixture>;
