using TickStack.Build.Artifacts;
using TickStack.Build.Tasks;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Tasks;

public sealed class StaleResultsTests : IDisposable
{
    private static readonly string[] OfTheCluster =
        ["services/tick.json", "infrastructure/cluster.json", "terraform/cluster/plan.json", "terraform/cluster/plan.tfplan", "terraform/cluster/plan.txt"];

    private static readonly string[] OfTheImages = ["images/telegraf.json", "infrastructure/registry.json", "terraform/registry/plan.json"];

    private static readonly string[] OfNeither = ["terraform/cluster/destroy.txt", "ecs/tick/docker-compose.yml"];

    private readonly TemporaryFolder folder = new();

    public StaleResultsTests()
    {
        foreach (var file in (string[])[.. OfTheCluster, .. OfTheImages, .. OfNeither])
        {
            folder.Write(file);
        }
    }

    private ArtifactStore Store => new(folder.Path);

    private IEnumerable<string> Files =>
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Images_that_stay_are_still_published()
    {
        StaleResults.Delete(Store, includeData: false);

        Files.ShouldBe([.. OfTheImages, .. OfNeither], ignoreOrder: true);
    }

    [Fact]
    public void Without_repositories_no_image_is()
    {
        StaleResults.Delete(Store, includeData: true);
        StaleResults.Delete(Store, includeData: true);

        Files.ShouldBe(OfNeither, ignoreOrder: true);
    }
}
