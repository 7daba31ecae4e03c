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

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"component\":")]
    [InlineData("{}")]
    [InlineData("""{ "component": "telegraf", "repository": "host/a", "tag": "1", "digest": null, "baseImage": "b:1" }""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public void A_damaged_result_names_the_target_that_makes_it_and_counts_as_none(string text)
    {
        Store().WriteText("images/telegraf.json", text);

        var failure = Should.Throw<FailureException>(() => Store().Read<PublishedImage>("images/telegraf.json", "Publish-Telegraf"));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Message.ShouldStartWith(Path.Combine(folder.FullName, "images/telegraf.json"));
        failure.Problems.ShouldHaveSingleItem().Remedy.ShouldNotBeNull().ShouldContain("--target=Publish-Telegraf");
        Store().Find<PublishedImage>("images/telegraf.json").ShouldBeNull();
    }

    [Fact]
    public void A_folder_in_a_results_place_is_no_result_and_is_replaced()
    {
        folder.CreateSubdirectory("a.json/deep/er");

        Should.Throw<FailureException>(() => Store().Read<string>("a.json", "Deploy")).Message.ShouldContain("a.json cannot be read: it is a folder.");
        Store().Find<string>("a.json").ShouldBeNull();
        Store().Write("a.json", "text");

        Store().Find<string>("a.json").ShouldBe("text");
    }

    [Fact]
    public void A_folder_in_a_results_place_is_deleted_as_it_would_be()
    {
        folder.CreateSubdirectory("plan.tfplan/deep/er");

        Store().Delete("plan.tfplan");

        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public void Writing_leaves_no_temporary_file()
    {
        Store().WriteText("a/b.txt", "text");

        folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ShouldBe(["b.txt"]);
    }

    private ArtifactStore Store() => new(folder.FullName);
}
