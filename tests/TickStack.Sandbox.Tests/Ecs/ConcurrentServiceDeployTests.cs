using TickStack.Build.Ecs;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Emulator;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.Ecs;

[Trait("Category", "Sandbox")]
public sealed class ConcurrentServiceDeployTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly DeployedService service = new(fixture.Emulator);
    private readonly EmulatorProxy ecs = new(fixture.Emulator.Address.ToString());

    public void Dispose()
    {
        service.Dispose();
        ecs.Dispose();
    }

    [Fact]
    public async Task Of_two_deploys_at_once_one_completes_and_the_other_says_what_superseded_it()
    {
        await service.DeployAsync("one");
        await service.ScriptAsync("ok", ticks: 4);
        var both = new TaskCompletionSource();

        // Neither has seen the other when it makes up its mind.
        ecs.Rule = async (call, forward) =>
        {
            if (call.Operation == "UpdateService")
            {
                _ = call.Times == 2 && both.TrySetResult();
                await both.Task;
            }

            return await forward();
        };

        var ends = await Task.WhenAll(EndOfAsync("two"), EndOfAsync("three"));

        var outcome = ends.Select(end => end.Outcome).OfType<DeployOutcome>().ShouldHaveSingleItem();
        var failure = ends.Select(end => end.Failure).OfType<FailureException>().ShouldHaveSingleItem();
        failure.ExitCode.ShouldBe(ExitCode.Superseded);
        failure.Message.ShouldContain($"{outcome.DeploymentId} of {outcome.TaskDefinition} took the place of ecs-svc/");
        (await service.DescribeAsync()).Deployments!.Select(deployment => deployment.Id).ShouldBe([outcome.DeploymentId]);
    }

    private async Task<(DeployOutcome? Outcome, FailureException? Failure)> EndOfAsync(string image)
    {
        try
        {
            return (await service.DeployAsync(image, ecs.Url), null);
        }
        catch (FailureException failure)
        {
            return (null, failure);
        }
    }
}
