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

    private readonly SemaphoreSlim _one = new(1);
    private SandboxTree? _tree;
    private Engine? _engine;

    public async Task<Engine> OpenAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _engine ??= await StartAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _one.Dispose();
        if (_tree is not null)
        {
            await _tree.DisposeAsync();
        }
    }

    private async Task<Engine> StartAsync(CancellationToken cancellationToken)
    {
        _tree = new SandboxTree(this);
        _tree.Folder.Make();
        var engine = await _tree.Composition().CreateEngines().OpenAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_tree.Root, "hello"), "hello", cancellationToken);
        var script = $"docker image inspect {Base} || tar -C {_tree.Root} -c hello | docker import - {Base}";
        var imported = await _tree.RunAsync(new Command("/bin/sh", "-c", script) { Variables = engine.Variables });
        imported.Succeeded.ShouldBeTrue(imported.Error);
        return engine;
    }
}
