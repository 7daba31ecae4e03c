namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class RealSdkTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    [Fact]
    public async Task The_real_sdk_compiles_starts_and_recompiles()
    {
        tree.CompileForReal();
        tree.Write("build/TickStack.Build/Program.cs", """Console.Write($"first {args[0]}");""" + "\n");
        var first = await tree.Run("--packages=compat", "$A");
        tree.Write("build/TickStack.Build/Program.cs", """Console.Write($"second {args[0]}");""" + "\n");
        var second = await tree.Run("--packages=compat", "$A");

        first.Output.ShouldBe("first $A\n", first.Error);
        second.Output.ShouldBe("second $A\n", second.Error);
    }

    public void Dispose() => tree.Dispose();
}
