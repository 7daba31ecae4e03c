using TickStack.Build.Processes;
using TickStack.Build.Sandbox;

[assembly: AssemblyFixture(typeof(TickStack.Sandbox.Tests.Sandbox.SandboxEngine))]

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>
/// The engine that all tests share, found or set up as any sandbox does it, when the first test asks for it. A machine has one sandbox engine: were it
/// one test's own, its end would be the end of everybody's.
/// </summary>
public sealed class SandboxEngine : IAsyncDisposable
{
    /// <summary>An image to build on and to push; it holds one file.</summary>
    public const string Base = "tickstack-test/base:1";

    private readonly SemaphoreSlim one = new(1);
    private SandboxTree? tree;
    private Engine? engine;

    public async Task<Engine> OpenAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return engine ??= await StartAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        one.Dispose();
        if (tree is not null)
        {
            await tree.DisposeAsync();
        }
    }

    private async Task<Engine> StartAsync(CancellationToken cancellationToken)
    {
        tree = new SandboxTree(this);
        tree.Folder.Make();
        var engine = await tree.Composition().CreateEngines().OpenAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(tree.Root, "hello"), "hello", cancellationToken);
        var script = $"docker image inspect {Base} || tar -C {tree.Root} -c hello | docker import - {Base}";
        var imported = await tree.RunAsync(new Command("/bin/sh", "-c", script) { Variables = engine.Variables });
        imported.Succeeded.ShouldBeTrue(imported.Error);
        return engine;
    }
}
