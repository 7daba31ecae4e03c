namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>One emulator, with a registry behind its ECR, for all tests of a class: a start takes longer than they do.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    internal const string RegistryPassword = "p4ssw0rd";

    internal EmulatorProcess Emulator { get; private set; } = null!;

    internal LoopbackRegistry Registry { get; } = new(RegistryPassword);

    public async ValueTask InitializeAsync() => Emulator =
        await EmulatorProcess.StartAsync(("TICKSTACK_REGISTRY", Registry.Host), ("TICKSTACK_REGISTRY_PASSWORD", RegistryPassword));

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        await Registry.DisposeAsync();
    }
}
