using TickStack.Build.Processes;
using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public class MotoTests
{
    [Theory]
    [InlineData("5.2.1", true)]
    [InlineData("5.2.9", true)]
    [InlineData("5.1.22", false)]
    [InlineData("6.0.0", false)]
    [InlineData("unknown", false)]
    public void The_emulator_extends_one_minor_version_of_moto(string version, bool accepted) => Moto.Accepts(version).ShouldBe(accepted);

    [Theory]
    [InlineData("#!/usr/bin/python3.11", "/usr/bin/python3.11")]
    [InlineData("#!/home/me/.local/pipx/venvs/moto/bin/python -I", "/home/me/.local/pipx/venvs/moto/bin/python")]
    [InlineData("#!/usr/bin/env python3", "python3")]
    [InlineData("#!/usr/bin/env -S python3", "python3")]
    [InlineData("#!/usr/bin/env bash", null)]
    [InlineData("#!", null)]
    [InlineData("", null)]
    public void A_script_names_its_interpreter(string firstLine, string? interpreter) => PythonInterpreters.InterpreterOf(firstLine).ShouldBe(interpreter);

    [Fact]
    public async Task A_python_without_a_fitting_moto_is_passed_over()
    {
        using var bin = new TemporaryFolder();
        var (old, fitting) = (Executable(bin, "python3"), Executable(bin, "python3.11"));
        var commands = new ScriptedCommands().On(old, output: "5.0.0 /old\n").On(fitting, output: "5.2.1 /real path/python3.11\n");
        var programs = new Programs([bin.Path]);

        (await new PythonInterpreters(programs, commands).WithMotoAsync(TestContext.Current.CancellationToken)).ShouldBe("/real path/python3.11");
    }

    private static string Executable(TemporaryFolder folder, string name)
    {
        var file = folder.Write(name);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }
}
