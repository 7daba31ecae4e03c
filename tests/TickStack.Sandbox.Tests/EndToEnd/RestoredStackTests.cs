using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>Minutes of waiting for an instance and its volume, so on a stack of their own, beside the tests of the shared one.</summary>
[CollectionDefinition(nameof(RestoredStackTests))]
[Trait("Category", "Sandbox")]
public sealed class RestoredStackTests : ICollectionFixture<RestoredStackFixture>;

/// <summary>A deployment that no other collection works on.</summary>
public sealed class RestoredStackFixture(SandboxEngine engine) : LiveStackFixture(new SharedDeployment(), engine)
{
    public override async ValueTask DisposeAsync()
    {
        await Shared.DisposeAsync();
        await base.DisposeAsync();
    }
}
