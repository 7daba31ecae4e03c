using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Spectre.Console;
using Spectre.Console.Testing;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Build.Options;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Ecs;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

/// <summary>
/// A command line in the host's own composition: targets run as the engine runs them, without those they depend on. What a test
/// hands over takes the place of a registered part; time moves only when somebody waits.
/// </summary>
internal sealed class TargetRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ServiceCollection services = [];
    private readonly Cancellation cancellation = new();
    private readonly SimulatedTime time;
    private ServiceProvider? provider;

    /// <param name="time">The clock of the parts that are handed over, where they have one.</param>
    /// <param name="arguments">The command line.</param>
    public TargetRun(SimulatedTime time, params string[] arguments)
    {
        this.time = time;
        TaskGraph.Grammar.Check(arguments);
        var line = TaskGraph.Grammar.Parse(arguments);
        services.AddRun(RepositoryRoot.Find(), line, new Lazy<StackSettings>(SampleStack.Settings), cancellation, new ChildProcesses(), Outcome).AddReporting()
            .AddTools().AddStages();
        With(Substitute.For<ICakeContext>()).With(Substitute.For<ICakeEnvironment>()).With(Substitute.For<ICakeLog>()).With(Substitute.For<IConsole>());
        With<IAnsiConsole>(Console).With<TimeProvider>(time.Clock).With<IStepReport>(Steps).With<IRolloutReport>(News).With(Artifacts).With(Cloud())
            .With(Substitute.For<ITerraform>()).With(new StackTags(SampleStack.Settings, "0123abc"));
    }

    public ArtifactStore Artifacts => new(folder.Path);

    public RunOutcome Outcome { get; } = new();

    public TestConsole Console { get; } = new TestConsole().Width(200);

    public StepNotes Steps { get; } = new();

    public NewsList News { get; } = new();

    public RunReport Report => Provider.GetRequiredService<RunReport>();

    private ServiceProvider Provider => provider ??= services.BuildServiceProvider();

    /// <summary>The last one of a kind counts.</summary>
    public TargetRun With<T>(T part)
        where T : class
    {
        services.AddSingleton(part);
        return this;
    }

    public Task RunAsync(string target)
    {
        var task = (StackTask)Activator.CreateInstance(TaskGraph.Tasks.Single(type => TaskGraph.NameOf(type) == target))!;
        var context = new BuildContext(Provider.GetRequiredService<ICakeContext>(), Provider);
        return time.RunAsync(() => task.RunAsync(context));
    }

    public Task<FailureException> FailureAsync(string target) => Should.ThrowAsync<FailureException>(() => RunAsync(target));

    /// <summary>As an apply has left them.</summary>
    public TargetRun WithOutputs()
    {
        Artifacts.Write(TerraformRoot.Cluster.OutputsArtifact, SampleStack.Cluster);
        return this;
    }

    public void Dispose()
    {
        provider?.Dispose();
        cancellation.Dispose();
        Console.Dispose();
        folder.Dispose();
    }

    private static ICloud Cloud()
    {
        var cloud = Substitute.For<ICloud>();
        cloud.OpenAsync(Arg.Any<CancellationToken>()).Returns(CloudSession.Unchanged);
        return cloud;
    }
}

/// <summary>Keeps what a run says of its steps.</summary>
internal sealed class StepNotes : IStepReport
{
    public List<string> Notes { get; } = [];

    public void Started(string name)
    {
    }

    public void Finished(string name, TimeSpan elapsed)
    {
    }

    public void Note(string text) => Notes.Add(text);
}
