using System.Diagnostics;
using Cake.Core;
using Cake.Core.IO;
using NSubstitute;
using TickStack.Build.Processes;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Processes;

/// <summary>With real processes: sh and sleep.</summary>
public sealed class StackProcessRunnerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly ChildProcesses children = new();
    private readonly Cancellation cancellation = new();
    private readonly List<string> shown = [];

    public void Dispose()
    {
        cancellation.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Both_outputs_are_drained_whatever_their_size()
    {
        using var process = Start("i=0; while [ $i -lt 20000 ]; do echo out-$i; echo err-$i >&2; i=$((i+1)); done", redirect: true);

        process.WaitForExit();

        process.GetExitCode().ShouldBe(0);
        process.GetStandardOutput().Count().ShouldBe(20000);
        process.GetStandardError().Last().ShouldBe("err-19999");
    }

    [Fact]
    public void What_no_one_redirects_is_shown_line_by_line()
    {
        using var process = Start("echo one; echo two", redirect: false);

        process.WaitForExit();

        shown.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void A_tool_that_asks_finds_the_end_of_its_input()
    {
        using var process = Start("read answer || echo nobody", redirect: true);

        process.GetStandardOutput().ShouldBe(["nobody"]);
    }

    [Fact]
    public void A_program_that_is_missing_is_a_failure_with_a_remedy() =>
        Should.Throw<FailureException>(() => Runner().Start(new FilePath("no-such-program"), new ProcessSettings())).ExitCode.ShouldBe(ExitCode.Unavailable);

    [Theory]
    [InlineData("terraform", UnixFileMode.UserRead)]
    [InlineData("#!/bin/sh", UnixFileMode.UserRead)]
    [InlineData("of no kind that can be started", UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    [InlineData("", UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    public void A_file_that_cannot_be_executed_is_the_same_failure(string content, UnixFileMode mode)
    {
        var program = Program(content, mode);

        var failure = Should.Throw<FailureException>(() => Runner().Start(new FilePath(program), new ProcessSettings()));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Message.ShouldStartWith($"{program} cannot be started");
    }

    [Fact]
    public void A_program_of_another_machine_is_the_same_failure()
    {
        var header = File.ReadAllBytes(Environment.ProcessPath!)[..64];
        header[18] ^= 0xff;
        var program = Program("", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllBytes(program, header);

        Should.Throw<FailureException>(() => Runner().Start(new FilePath(program), new ProcessSettings())).ExitCode.ShouldBe(ExitCode.Unavailable);
    }

    [Fact]
    public void A_child_leads_a_session_of_its_own_where_no_terminal_reaches_it()
    {
        // Fields 1, 5 and 6: process, group and session.
        using var process = Start("read -r line </proc/$$/stat; echo $line | cut -d' ' -f1,5,6", redirect: true);

        var ids = process.GetStandardOutput().ShouldHaveSingleItem().Split(' ');

        ids.ShouldBe([ids[0], ids[0], ids[0]]);
    }

    [Fact]
    public void Its_path_and_its_arguments_arrive_unharmed()
    {
        var program = Program("#!/bin/sh\nprintf '%s|' \"$0\" \"$@\"\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var process = Runner().Start(new FilePath(program), new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder().Append("-json").AppendQuoted("a b"),
            RedirectStandardOutput = true,
        });

        process.GetStandardOutput().ShouldBe([$"{program}|-json|a b|"]);
    }

    [Fact]
    public void A_child_that_is_to_end_several_times_is_interrupted_once_and_ends_in_order()
    {
        using var process = Start(
            "trap 'echo interrupted; left=10' INT; echo ready; left=1200; while [ $left -gt 0 ]; do left=$((left-1)); sleep 0.05; done; exit 9",
            redirect: false);
        SpinWait.SpinUntil(() => shown.Contains("ready"), Patience).ShouldBeTrue("the child did not start");

        children.End();
        SpinWait.SpinUntil(() => shown.Contains("interrupted"), Patience).ShouldBeTrue("the child was not interrupted");
        children.End();
        process.WaitForExit();

        process.GetExitCode().ShouldBe(9);
        shown.Count(line => line == "interrupted").ShouldBe(1);
    }

    [Fact]
    public void Killing_a_process_ends_what_it_started()
    {
        using var process = Start("sleep 300 & echo $!; wait", redirect: false);
        SpinWait.SpinUntil(() => shown.Count > 0);
        var grandchild = int.Parse(shown[0], System.Globalization.CultureInfo.InvariantCulture);

        process.Kill();
        process.WaitForExit();

        SpinWait.SpinUntil(() => !IsAlive(grandchild), TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    // In a folder whose name has to be quoted.
    private string Program(string content, UnixFileMode mode)
    {
        var file = folder.Write("a folder/program", content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        return file;
    }

    private IProcess Start(string script, bool redirect) => Runner().Start(new FilePath("/bin/sh"), new ProcessSettings
    {
        Arguments = new ProcessArgumentBuilder().Append("-c").AppendQuoted(script),
        RedirectStandardOutput = redirect,
        RedirectStandardError = redirect,
    });

    private StackProcessRunner Runner()
    {
        var environment = Substitute.For<ICakeEnvironment>();
        environment.WorkingDirectory.Returns(new DirectoryPath(System.IO.Path.GetTempPath()));
        var output = Substitute.For<IProcessOutput>();
        output.When(sink => sink.Line(Arg.Any<string>(), Arg.Any<string>())).Do(call => shown.Add(call.ArgAt<string>(1)));
        return new StackProcessRunner(environment, children, output, cancellation);
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            return !Process.GetProcessById(processId).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
