using Cake.Core;
using Cake.Core.Composition;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using TickStack.Compat.Tests.Fakes;

namespace TickStack.Compat.Tests.Frosting;

public class CompositionTests
{
    [Fact]
    public void A_task_gets_the_builds_own_context()
    {
        var run = HostRun.Of([typeof(TellsContext)], host => host.UseContext<BuildContext>(), "--target=TellsContext");
        run.Journal.ShouldBe(["own context, process runner of the container"]);
    }

    [Fact]
    public void A_task_for_another_context_is_left_out_with_a_warning()
    {
        var run = HostRun.Of([typeof(TellsContext), typeof(TellsArguments)], "--target=TellsArguments");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain($"the context isn't convertible to {typeof(BuildContext).FullName}.");
    }

    [Fact]
    public void Options_that_frosting_does_not_know_are_the_builds_arguments()
    {
        var run = HostRun.Of([typeof(TellsArguments)], "--target=TellsArguments", "--environment=production", "--only=influxdb", "--only", "tick", "--force");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["environment=production", "force=", "only=influxdb,tick", "target=TellsArguments"]);
    }

    [Fact]
    public void Of_several_registrations_the_last_wins()
    {
        var printer = Substitute.For<ICakeReportPrinter>();
        var runner = Substitute.For<IProcessRunner>();
        var run = HostRun.Of(
            [typeof(TellsContext)],
            host => host.UseContext<FrostingContext>().UseContext<BuildContext>().ConfigureServices(services => services
                .AddSingleton(Substitute.For<ICakeReportPrinter>())
                .AddSingleton(printer)
                .AddSingleton(Substitute.For<IProcessRunner>())
                .AddSingleton(runner)),
            "--target=TellsContext");
        run.ExitCode.ShouldBe(0);
        printer.Received(1).Write(Arg.Is<CakeReport>(report => report.Single().TaskName == "TellsContext"));
        runner.Received(1).Start(Arg.Any<FilePath>(), Arg.Any<ProcessSettings>());
    }

    [Fact]
    public void The_engine_and_the_log_can_be_replaced()
    {
        var log = Substitute.For<ICakeLog>();
        var engine = Substitute.For<ICakeEngine>();
        engine.RegisterTask(Arg.Any<string>()).Returns(_ => new CakeEngine(Substitute.For<ICakeDataService>(), log).RegisterTask("any"));
        void Replace(CakeHost host) => host.ConfigureServices(services => services.AddSingleton(log).AddSingleton(engine));

        HostRun.Of([], Replace, "--target=Any", "--verbosity=verbose").ExitCode.ShouldBe(0);
        log.Verbosity.ShouldBe(Verbosity.Verbose);
        engine.Received(1).RegisterTask("Found-By-Itself");
        engine.Received(1)
            .RunTargetAsync(Arg.Any<ICakeContext>(), Arg.Any<IExecutionStrategy>(), Arg.Is<ExecutionSettings>(settings => settings.Targets.Single() == "Any"));
    }

    [Fact]
    public void A_module_registers_into_the_container() =>
        HostRun.Of([typeof(TellsNote)], host => host.UseModule<NoteModule>(), "--target=TellsNote").Journal.ShouldBe(["from the module"]);

    [Fact]
    public void A_service_that_cannot_be_made_is_an_error()
    {
        var run = HostRun.Of([typeof(TellsNote)], "--target=TellsNote");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Unable to resolve service for type");
    }

    [Fact]
    public void A_failure_outside_the_tasks_ends_the_host_with_its_own_code() =>
        HostRun.Of([typeof(TellsContext)], host => host.UseContext<FailingContext>(), "--target=TellsContext").ExitCode.ShouldBe(17);

    [Fact]
    public void The_working_directory_of_the_command_line_precedes_the_builds_own()
    {
        var environment = new OwnEnvironment("/", []);
        void Configure(CakeHost host) => host.UseWorkingDirectory("/usr").ConfigureServices(services => services.AddSingleton<ICakeEnvironment>(environment));

        HostRun.Of([], Configure, "--target=Found-By-Itself").ExitCode.ShouldBe(0);
        environment.WorkingDirectory.FullPath.ShouldBe("/usr");
        HostRun.Of([], Configure, "--target=Found-By-Itself", "--working=/tmp").ExitCode.ShouldBe(0);
        environment.WorkingDirectory.FullPath.ShouldBe("/tmp");
    }

    [Fact]
    public void A_working_directory_that_does_not_exist_is_an_error()
    {
        var run = HostRun.Of([], "--working=/does/not/exist");
        run.ExitCode.ShouldBe(1);
        run.Error.Trim().ShouldBe("Error: The working directory '/does/not/exist' does not exist.");
    }

    private sealed class BuildContext(ICakeContext context) : FrostingContext(context)
    {
        public string Mark { get; } = "own context";
    }

    private sealed class FailingContext : FrostingContext
    {
        public FailingContext(ICakeContext context)
            : base(context) => throw new CakeException(17, "no context");
    }

    private sealed class TellsContext(Journal journal, IProcessRunner runner) : FrostingTask<BuildContext>
    {
        public override void Run(BuildContext context)
        {
            var same = ReferenceEquals(runner, context.ProcessRunner);
            journal.Add($"{context.Mark}, process runner of {(same ? "the container" : "elsewhere")}");
            if (runner is not ProcessRunner) runner.Start("tool", new ProcessSettings());
        }
    }

    private sealed class TellsArguments(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            var arguments = context.Arguments.GetArguments().OrderBy(argument => argument.Key, StringComparer.Ordinal);
            foreach (var (name, values) in arguments) journal.Add($"{name}={string.Join(',', values)}");
        }
    }

    private sealed record Note(string Text);

    private sealed class TellsNote(Journal journal, Note note) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(note.Text);
    }

    private sealed class NoteModule : ICakeModule
    {
        public void Register(ICakeContainerRegistrar registrar) => registrar.RegisterInstance(new Note("from the module"));
    }
}
