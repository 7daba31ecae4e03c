using TickStack.Build.Manifests;
using TickStack.Build.Stack;
using TickStack.Failures;

namespace TickStack.Build.Tests.Manifests;

public sealed class ManifestFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("manifests").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_read_back_and_replaces_what_was_there()
    {
        var folder = new ManifestFolder(path);
        folder.Write(new RenderedManifests(StackService.Tick, "old", "old"), Cancellation);

        folder.Write(new RenderedManifests(StackService.Tick, "new", "params"), Cancellation);

        (await folder.ReadAsync(StackService.Tick, Cancellation)).ShouldBe(new RenderedManifests(StackService.Tick, "new", "params"));
        Directory.GetFiles(path, "*", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_leaves_what_was_there()
    {
        var folder = new ManifestFolder(path);
        folder.Write(new RenderedManifests(StackService.Tick, "old", "old"), Cancellation);

        Should.Throw<OperationCanceledException>(
            () => folder.Write(new RenderedManifests(StackService.Tick, "new", "new"), new CancellationToken(true)));

        (await folder.ReadAsync(StackService.Tick, Cancellation)).ComposeText.ShouldBe("old");
        Directory.GetFiles(path, "*", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_was_not_rendered_names_the_target_to_run_first()
    {
        var failure = await Should.ThrowAsync<FailureException>(() => new ManifestFolder(path).ReadAsync(StackService.InfluxDb, Cancellation));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.ShouldHaveSingleItem().Remedy.ShouldBe("run --target=Render first");
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
