using TickStack.Build.Aws;

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>One open sandbox for the tests that leave it as it is.</summary>
public sealed class OpenSandbox(SandboxEngine engine) : IAsyncLifetime
{
    public SandboxTree Tree { get; } = new(engine);

    public CloudSession Session { get; private set; } = CloudSession.Unchanged;

    public async ValueTask InitializeAsync() => Session = await Tree.OpenAsync();

    public ValueTask DisposeAsync() => Tree.DisposeAsync();
}
