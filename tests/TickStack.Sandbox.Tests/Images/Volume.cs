namespace TickStack.Sandbox.Tests.Images;

/// <summary>A named volume that outlives the containers of one test.</summary>
internal sealed class Volume(Docker docker) : IAsyncDisposable
{
    public string Name { get; } = $"tickstack-test-{Guid.NewGuid():N}";

    public async ValueTask DisposeAsync() => await docker.TryAsync("volume", "rm", "--force", Name);
}
