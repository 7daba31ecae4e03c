using TickStack.Build.Artifacts;
using TickStack.Build.Images;
using TickStack.Failures;

namespace TickStack.Build.Tests.Artifacts;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tickstack-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_one_stage_writes_the_next_one_reads()
    {
        var image = new PublishedImage("telegraf", "host/tick/telegraf", "1.39.3-0123456789ab", "sha256:1", "telegraf:1.39.3");
        Store().Write("images/telegraf.json", image);

        Store().Read<PublishedImage>("images/telegraf.json", "Publish-Telegraf").ShouldBe(image);
    }

    [Fact]
    public void A_missing_result_names_the_target_that_makes_it() =>
        Should.Throw<FailureException>(() => Store().Read<PublishedImage>("images/telegraf.json", "Publish-Telegraf"))
            .Message.ShouldContain("--target=Publish-Telegraf");

    [Fact]
    public void A_damaged_result_is_a_failure_with_a_remedy()
    {
        Store().WriteText("images/telegraf.json", "{ \"component\":");

        Should.Throw<FailureException>(() => Store().Read<PublishedImage>("images/telegraf.json", "Publish-Telegraf"))
            .Problems.ShouldHaveSingleItem().Remedy.ShouldNotBeNull();
    }

    [Fact]
    public void Writing_leaves_no_temporary_file()
    {
        Store().WriteText("a/b.txt", "text");

        folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ShouldBe(["b.txt"]);
    }

    private ArtifactStore Store() => new(folder.FullName);
}
