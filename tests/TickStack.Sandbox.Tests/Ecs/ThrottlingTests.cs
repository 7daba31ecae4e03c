using TickStack.Build.Ecs;
using TickStack.Sandbox.Tests.Emulator;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.Ecs;

[Trait("Category", "Sandbox")]
public sealed class ThrottlingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly TimeSpan Throttled = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Throttling_of_every_third_call_for_30_s_changes_nothing_but_the_time()
    {
        var results = await Task.WhenAll(DeployAsync(_ => false), DeployAsync(call => call.Number % 3 == 0 && call.At < Throttled));

        results[1].Throttled.ShouldBeGreaterThan(10);
        results[1].News.ShouldContain("ECS throttles requests");
        results[1].Outcomes.ShouldBe(results[0].Outcomes);
        results[1].CarriedOut.ShouldBe(results[0].CarriedOut);
        results[1].Revisions.ShouldBe(results[0].Revisions);
    }

    // A new service, a rollout that lasts for as long as the throttling, and nothing to do.
    private async Task<Result> DeployAsync(Func<ReceivedCall, bool> throttles)
    {
        using var service = new DeployedService(fixture.Emulator);
        using var ecs = new EmulatorProxy(fixture.Emulator.Address.ToString()) { Rule = Rules.When(throttles, Fault.Throttled) };
        var created = await service.DeployAsync("one", ecs.Url);
        await service.ScriptAsync("ok", ticks: 26);
        var updated = await service.DeployAsync("two", ecs.Url);
        var unchanged = await service.DeployAsync("two", ecs.Url);
        unchanged.DeploymentId.ShouldBe(updated.DeploymentId);
        return new Result(
            [Text(created, service), Text(updated, service), Text(unchanged, service)],
            [.. ecs.Calls.Where(call => !throttles(call) && !IsQuestion(call)).Select(call => call.Operation)],
            [.. (await service.RevisionsAsync()).Select(revision => revision.Replace(service.Name, "", StringComparison.Ordinal))],
            ecs.Calls.Count(throttles),
            service.News);
    }

    private static string Text(DeployOutcome outcome, DeployedService service) =>
        $"{outcome.Action} {outcome.TaskDefinition} {outcome.Registered}: {string.Join("; ", outcome.Differences)}"
            .Replace(service.Name, "", StringComparison.Ordinal);

    private static bool IsQuestion(ReceivedCall call) => call.Operation is "DescribeServices" or "DescribeTaskDefinition" or "ListTasks" or "DescribeTasks";

    private sealed record Result(IReadOnlyList<string> Outcomes, IReadOnlyList<string> CarriedOut, IReadOnlyList<string> Revisions, int Throttled, string News);
}
