using System.Diagnostics;
using Cake.Core;
using Cake.Core.IO;
using NSubstitute;
using TickStack.Build.Errors;
using TickStack.Build.Tools.Processes;

namespace TickStack.Build.Tests.Tools;

/// <summary>With real processes: sh and sleep.</summary>
public sealed class StackProcessRunnerTests : IDisposable
{
    private readonly ChildProcesses children = new();
    private readonly Cancellation cancellation = new();
    private readonly List<string> shown = [];

    public void Dispose() => cancellation.Dispose();

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

    [Fact]
    public void A_child_is_interrupted_once_so_that_it_can_end_in_order()
    {
        using var process = Start("trap 'echo interrupted; exit 9' INT; echo ready; while :; do sleep 0.05; done", redirect: false);
        SpinWait.SpinUntil(() => shown.Contains("ready"));

        children.End(alreadySignalled: false);
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
