using TickStack.Sandbox.Tests.Http;
using TickStack.Sandbox.Tests.Sandbox;

[assembly: AssemblyFixture(typeof(TickStack.Sandbox.Tests.EndToEnd.SharedDeployment))]

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A stack that is deployed once, from nothing, when the first test asks for it. Only one collection works on it at a time.</summary>
public sealed class SharedDeployment : IAsyncDisposable
{
    private StackTree? tree;
    private EmulatorProxy? ecs;
    private HostRun? firstDeploy;

    public async Task<(StackTree Tree, HostRun FirstDeploy, EmulatorProxy Ecs)> OpenAsync(SandboxEngine engine)
    {
        if (firstDeploy is null)
        {
            // The tests' common engine: the tree's own would be the machine's, and end with it.
            await engine.OpenAsync(TestContext.Current.CancellationToken);
            tree = new StackTree();
            firstDeploy = await tree.RunAsync("--target=Deploy");
        }

        firstDeploy.ShouldEndWith(0);
        ecs ??= new EmulatorProxy(tree!.EmulatorUrl);
        return (tree!.With("AWS_ENDPOINT_URL_ECS", ecs.Url), firstDeploy, ecs);
    }

    public ValueTask DisposeAsync()
    {
        ecs?.Dispose();
        tree?.Dispose();
        return ValueTask.CompletedTask;
    }
}
