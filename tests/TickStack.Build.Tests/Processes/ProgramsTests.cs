using TickStack.Build.Processes;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Processes;

public sealed class ProgramsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_folder_whose_file_may_be_executed_wins()
    {
        Write("a/program", UnixFileMode.UserRead);
        var second = Write("b/program", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Write("c/program", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Found("program").ShouldBe(second);
    }

    [Fact]
    public void A_folder_of_that_name_is_none()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "a/program"));

        Found("program").ShouldBeNull();
    }

    [Fact]
    public void An_absolute_path_needs_no_folder()
    {
        var program = Write("elsewhere/program", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Found(program).ShouldBe(program);
    }

    [Fact]
    public void The_folders_of_the_system_come_after_those_of_PATH() =>
        Programs.OfSystem(new Dictionary<string, string> { ["PATH"] = "/a:/sbin" }).SearchPath.ShouldBe("/a:/sbin:/usr/sbin:/usr/local/sbin");

    private string? Found(string program) => new Programs([.. "abc".Select(name => Path.Combine(folder.Path, $"{name}"))]).Find(program);

    private string Write(string name, UnixFileMode mode)
    {
        var file = folder.Write(name);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        return file;
    }
}
