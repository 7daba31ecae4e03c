using TickStack.Sandbox.Tests.Bootstrap;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>The tests' own scripts, which lie beside them.</summary>
internal static class Scripts
{
    public static string PathOf(string name) => Path.Combine(BootstrapTree.RepositoryRoot(), "tests", "TickStack.Sandbox.Tests", "DataVolume", name);
}
