namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class RealSdkTests : IDisposable
{
    private readonly BootstrapTree _tree = new();

    [Fact]
    public async Task The_real_sdk_compiles_starts_and_recompiles()
    {
        File.Delete(Path.Combine(_tree.Root, "../bin/dotnet"));
        _tree.Adopt("global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig");
        _tree.Write("build/TickStack.Build/TickStack.Build.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
            </Project>
            """);
        _tree.Write("build/TickStack.Build/Program.cs", """Console.Write($"first {args[0]}");""" + "\n");
        var first = await _tree.Run("--packages=compat", "$A");
        _tree.Write("build/TickStack.Build/Program.cs", """Console.Write($"second {args[0]}");""" + "\n");
        var second = await _tree.Run("--packages=compat", "$A");

        first.Output.ShouldBe("first $A\n", first.Error);
        second.Output.ShouldBe("second $A\n", second.Error);
    }

    public void Dispose() => _tree.Dispose();
}
