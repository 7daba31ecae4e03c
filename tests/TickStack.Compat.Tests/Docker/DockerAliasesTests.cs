using Cake.Core;
using Cake.Docker;
using NSubstitute;
using TickStack.Compat.Tests.Fakes;

namespace TickStack.Compat.Tests.Docker;

/// <summary>The command lines are those of Cake.Docker 1.5.0.</summary>
public class DockerAliasesTests
{
    public static TheoryData<Action<ICakeContext>, string> Commands => new()
    {
        { cake => cake.DockerBuild("images/telegraf"), """image build "images/telegraf" """ },
        { cake => cake.DockerBuild("\"quoted already\""), """image build "quoted already" """ },
        {
            cake => cake.DockerBuild(
                new() { BuildArg = ["A=1", "B=two words"], File = "Dockerfile", Pull = true, NoCache = false, Rm = false, Tag = ["a:1", "b:2"] }, "."),
            """image build --build-arg "A=1" --build-arg "B=two words" --file "Dockerfile" --pull --rm=False --tag "a:1" --tag "b:2" "." """
        },
        { cake => cake.DockerPull("influxdb:1.8"), "pull influxdb:1.8" },
        { cake => cake.DockerPull(new() { Platform = "linux/amd64" }, "influxdb:1.8"), """pull --platform "linux/amd64" influxdb:1.8""" },
        { cake => cake.DockerPush("registry/a:1"), "push registry/a:1" },
        { cake => cake.DockerPush(new() { AllTags = true }, "registry/a"), "push --all-tags registry/a" },
        { cake => cake.DockerTag("a:1", "registry/a:1"), "tag a:1 registry/a:1" },
        {
            cake => cake.DockerImageLs(new() { Digests = true, Format = "{{.ID}}", Filter = "reference=a" }),
            """image ls --digests --format "{{.ID}}" --filter "reference=a" """
        },
        { cake => cake.DockerRmi("a", "b"), "rmi a b" },
        { cake => cake.DockerRemove(new() { Force = true }, "a"), "rmi --force a" },
        { cake => cake.DockerRun("a", "ls", "-l", "/"), "run a ls -l /" },
        { cake => cake.DockerRunWithoutResult("a", ""), "run a" },
        {
            cake => cake.DockerRunWithoutResult(
                new DockerContainerRunSettings { Detach = true, Env = ["K=V"], Name = "n", Publish = ["127.0.0.1::8086"], Rm = true }, "a", ""),
            """run --detach --env "K=V" --name "n" --publish "127.0.0.1::8086" --rm a"""
        },
        { cake => cake.DockerExec("c", "sh", "-c", "\"exit 0\""), """exec c sh -c "exit 0" """ },
        { cake => cake.DockerExec(new DockerContainerExecSettings { User = "1500" }, "c", "id"), """exec --user "1500" c id""" },
        { cake => cake.DockerLogs("c"), "logs c" },
        { cake => cake.DockerLogs(new() { Tail = "20" }, "c"), """logs --tail "20" c""" },
        { cake => cake.DockerRm(new DockerContainerRmSettings { Force = true, Volumes = true }, "c", "d"), "rm --force --volumes c d" },
        { cake => cake.DockerStop(new DockerContainerStopSettings { Time = 3 }, "c"), "stop --time 3 c" },
        { cake => cake.DockerCustomCommand("inspect --format {{.Id}} c"), "inspect  --format {{.Id}} c" },
        { cake => cake.DockerCustomCommand(new() { ToolTimeout = TimeSpan.FromSeconds(1) }, "inspect c"), "inspect --tool-timeout 0h0m1s  c" },
        { cake => cake.DockerCustomCommand("version"), "version" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Commands))]
    public void A_command_is_rendered_as_the_official_package_does(Action<ICakeContext> run, string expected)
    {
        var context = new ToolContext();
        run(context.Cake);
        context.Arguments.TrimEnd().ShouldBe(expected.TrimEnd());
    }

    [Fact]
    public void Settings_that_are_null_are_the_default_ones()
    {
        Action<ICakeContext>[] commands =
        [
            cake => cake.DockerBuild(null, "."),
            cake => cake.DockerPull(null, "a"),
            cake => cake.DockerPush(null, "a"),
            cake => cake.DockerImageLs(null),
            cake => cake.DockerRemove(null, "a"),
            cake => cake.DockerRun(null, "a", "ls", []),
            cake => cake.DockerRunWithoutResult(null, "a", "ls", []),
            cake => cake.DockerExec(null, "c", "ls", []),
            cake => cake.DockerLogs(null, "c"),
            cake => cake.DockerRm((DockerContainerRmSettings?)null, "c"),
            cake => cake.DockerStop((DockerContainerStopSettings?)null, "c"),
        ];
        commands.Select(ArgumentsOf).ShouldBe(
            ["image build \".\"", "pull a", "push a", "image ls", "rmi a", "run a ls", "run a ls", "exec c ls", "logs c", "rm c", "stop c"]);
        Should.Throw<ArgumentNullException>(() => ArgumentsOf(cake => cake.DockerCustomCommand(null!, "version")));
    }

    [Fact]
    public void Commands_with_a_result_return_what_docker_printed()
    {
        var context = new ToolContext(0, "first", "second");
        context.Cake.DockerRun("a", "").ShouldBe("first");
        context.Cake.DockerLogs("c").ShouldBe(["first", "second"]);
        context.Cake.DockerImageLs(new()).ShouldBe(["first", "second"]);
        context.Cake.DockerCustomCommand("version").ShouldBe(["first", "second"]);
        new ToolContext().Cake.DockerRun("a", "").ShouldBeNull();
    }

    [Fact]
    public void A_command_without_a_result_leaves_the_output_to_the_console()
    {
        var context = new ToolContext();
        context.Cake.DockerBuild(".");
        context.Runner.Settings.RedirectStandardOutput.ShouldBeFalse();
    }

    [Fact]
    public void An_exit_code_other_than_zero_is_an_error_that_carries_it()
    {
        var error = Should.Throw<CakeException>(() => new ToolContext(exitCode: 17).Cake.DockerPush("a"));
        error.Message.ShouldBe("Docker: Process returned an error (exit code 17).");
        error.ExitCode.ShouldBe(17);
    }

    [Fact]
    public void Environment_and_working_directory_of_the_settings_reach_the_process()
    {
        var context = new ToolContext();
        context.Cake.DockerPush(new() { EnvironmentVariables = { ["DOCKER_CONFIG"] = "private" }, WorkingDirectory = "/" }, "a");
        context.Runner.Settings.EnvironmentVariables["DOCKER_CONFIG"].ShouldBe("private");
        context.Runner.Settings.WorkingDirectory.FullPath.ShouldBe("/");
    }

    [Fact]
    public void Docker_is_looked_up_by_its_native_name_first()
    {
        var context = new ToolContext();
        context.Cake.DockerPush("a");
        string[] names = OperatingSystem.IsWindows() ? ["docker.exe", "docker"] : ["docker", "docker.exe"];
        context.Tools.Received().Resolve(Arg.Is<IEnumerable<string>>(found => found.SequenceEqual(names)));
    }

    [Fact]
    public void A_missing_operand_is_refused_before_docker_is_started()
    {
        var context = new ToolContext();
        Should.Throw<ArgumentNullException>(() => context.Cake.DockerBuild(""));
        Should.Throw<ArgumentNullException>(() => context.Cake.DockerPush(""));
        Should.Throw<ArgumentNullException>(() => context.Cake.DockerTag("a", ""));
        Should.Throw<ArgumentNullException>(() => context.Cake.DockerRun("", ""));
        Should.Throw<ArgumentNullException>(() => context.Cake.DockerRm());
        context.Runner.Tool.ShouldBeNull();
    }

    // An official weakness that the stand-in keeps: what works here must work there.
    [Fact]
    public void A_tool_timeout_reaches_docker_as_an_option()
    {
        var context = new ToolContext();
        context.Cake.DockerPull(new() { ToolTimeout = TimeSpan.FromMinutes(61) }, "a");
        context.Arguments.ShouldBe("pull --tool-timeout 1h1m0s a");
    }

    private static string ArgumentsOf(Action<ICakeContext> run)
    {
        var context = new ToolContext();
        run(context.Cake);
        return context.Arguments;
    }
}
