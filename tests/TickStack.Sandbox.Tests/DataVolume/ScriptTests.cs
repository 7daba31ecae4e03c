using System.Text;
using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.DataVolume;

[Trait("Category", "DataVolume")]
public sealed class ScriptTests
{
    [Fact]
    public async Task ShellCheck_finds_nothing_in_the_script_as_it_is_rendered()
    {
        var rendered = Path.GetTempFileName();
        await File.WriteAllTextAsync(rendered, UserData.Render("vol-1"), TestContext.Current.CancellationToken);

        var result = await ShellCheckAsync(rendered);
        File.Delete(rendered);

        result.ExitCode.ShouldBe(0, result.Output + result.Error);
    }

    [Fact]
    public async Task ShellCheck_finds_nothing_in_what_stands_for_an_instance()
    {
        var scripts = Directory.GetFiles(Scripts.PathOf("stand-ins"), "*", SearchOption.AllDirectories);

        var result = await ShellCheckAsync([.. scripts, Scripts.PathOf("instance.sh"), Scripts.PathOf("volume.sh")]);

        result.ExitCode.ShouldBe(0, result.Output + result.Error);
    }

    [Fact]
    public void It_fits_into_user_data() => Encoding.UTF8.GetByteCount(UserData.Render("vol-0123456789abcdef0")).ShouldBeLessThan(16 * 1024);

    private static Task<CommandResult> ShellCheckAsync(params string[] files) =>
        new MachineCommands(new ChildProcesses()).RunAsync(new Command("shellcheck", files), TestContext.Current.CancellationToken);
}
