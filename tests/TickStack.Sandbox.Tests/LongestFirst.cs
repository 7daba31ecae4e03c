using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(TickStack.Sandbox.Tests.LongestFirst))]
// Most of the time goes by in waiting: for Terraform's provider, which waits for AWS, and for containers.
[assembly: Parallelization(MaxThreads = 4)]

namespace TickStack.Sandbox.Tests;

/// <summary>The collections that take minutes begin first, so that none of them is left alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
        ["LiveStackTests", "AppliedClusterTests", "TerraformInterruptTests", "KillTests", "RestoredStackTests", "StateLockTests", "Images"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
            [.. testCollections.OrderBy(Place).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
