using TickStack.Build.Processes;
using TickStack.Build.Sandbox;
using TickStack.Build.Stack;

namespace TickStack.Sandbox.Tests.Sandbox;

[Trait("Category", "Sandbox")]
public sealed class StandInTests(SandboxEngine engine) : IAsyncLifetime
{
    private readonly SandboxTree tree = new(engine) { Mirrors = new Dictionary<string, string> { ["kapacitor"] = "registry.invalid/kapacitor:1.8.6" } };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => tree.DisposeAsync();

    [Fact]
    public async Task A_base_out_of_reach_is_replaced_by_a_stand_in_that_is_named_and_built_once()
    {
        var tag = StandIn.For(Component.Kapacitor).Tag;

        var session = await tree.OpenAsync();

        session.BaseImages.ShouldBe(new Dictionary<string, string> { ["kapacitor"] = tag });
        session.Notes.ShouldContain(note => note.Contains("stands in for registry.invalid/kapacitor:1.8.6", StringComparison.Ordinal));
        (await tree.RunAsync(new Command("docker", "image", "inspect", tag) { Variables = session.Variables })).Succeeded.ShouldBeTrue();
        tree.Report.Steps.ShouldContain(step => step.Contains("STAND-IN", StringComparison.Ordinal));

        (await tree.OpenAsync()).BaseImages.ShouldBe(session.BaseImages);
        tree.Report.Steps.ShouldBeEmpty();
    }
}
