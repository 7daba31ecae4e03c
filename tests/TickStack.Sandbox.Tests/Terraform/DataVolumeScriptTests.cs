using TickStack.Build.Tools.Commands;
using TickStack.Sandbox.Tests.Bootstrap;

namespace TickStack.Sandbox.Tests.Terraform;

public sealed class DataVolumeScriptTests
{
    private static readonly string Script = Path.Combine(BootstrapTree.RepositoryRoot(), "terraform", "cluster", "templates", "data-volume.sh");

    [Fact]
    public async Task ShellCheck_finds_nothing()
    {
        var result = await new CliWrapCommands().RunAsync(new CommandLine("shellcheck", Script), TestContext.Current.CancellationToken);

        result.ExitCode.ShouldBe(0, result.Output + result.Error);
    }

    [Fact]
    public void It_fits_into_user_data_with_room_for_its_settings() => new FileInfo(Script).Length.ShouldBeLessThan(15 * 1024);
}
