using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A deploy of tick's next revision by a host, against a timeline.</summary>
internal sealed class PlayedDeploy
{
    private readonly LiveStackFixture stack;
    private readonly RunningHost host;

    private PlayedDeploy(LiveStackFixture stack, RunningHost host, Timeline timeline)
    {
        this.stack = stack;
        this.host = host;
        Timeline = timeline;
    }

    public Timeline Timeline { get; }

    /// <summary>Null until it has ended.</summary>
    public DeployFigures? Figures { get; private set; }

    public static async Task<PlayedDeploy> StartAsync(LiveStackFixture stack, Timeline timeline, params string[] options)
    {
        await stack.PassOnAsync();
        stack.ChangeTick();
        stack.Ecs.Rule = timeline.PlayAsync;
        return new PlayedDeploy(stack, stack.Tree.Start(["--target=Deploy-Tick", "--exclusive", .. options]), timeline);
    }

    public Task UntilPrintedAsync(string text) => host.UntilPrintedAsync(text);

    public async Task<HostRun> EndAsync()
    {
        var run = await host.EndAsync();
        Figures = DeployFigures.Of(run, stack.Ecs);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Figures}; {Timeline.Shown.Count} polls");
        stack.Ecs.Rule = Rules.PassOn;
        return run;
    }
}
