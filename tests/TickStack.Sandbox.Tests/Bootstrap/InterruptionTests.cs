namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>What is cut short: the next start finishes it.</summary>
[Trait("Category", "Process")]
public sealed class InterruptionTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    [Theory]
    [InlineData("kill -9 $pid")]
    [InlineData("kill -9 $(readlink \"$2/.build/lock\" | cut -d ' ' -f 1)")]
    [InlineData("kill -9 -$pid")]
    public async Task A_start_that_was_killed_while_it_compiled_is_finished_by_the_next(string kill)
    {
        tree.Answer("slow", "");
        tree.Tool("killed-start", $$"""
            #!/bin/sh
            setsid "$1" --packages=compat & pid=$!
            until [ -f "$FAKE/compilations" ]; do sleep 0.05; done
            {{kill}}
            """);

        var killed = await tree.RunAs(Path.Combine(tree.Root, "../bin/killed-start"), null, tree.Script, tree.Root);
        var next = await tree.Run("--packages=compat");
        var later = await tree.Run();

        killed.ExitCode.ShouldBe(0, killed.Error);
        next.ExitCode.ShouldBe(0, next.Error);
        later.Error.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Path.Combine(tree.Root, ".build"), "lock*").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_cut_short_is_compiled_anew_rather_than_on_top()
    {
        tree.Write(".build/compat.started", "");

        await tree.Run("--packages=compat");
        tree.Write("build/TickStack.Build/Program.cs", "// changed");
        await tree.Run();

        File.ReadAllLines(Path.Combine(tree.Root, "../bin/options")).Select(line => line.Contains("--no-incremental")).ShouldBe([true, false]);
    }

    public void Dispose() => tree.Dispose();
}
