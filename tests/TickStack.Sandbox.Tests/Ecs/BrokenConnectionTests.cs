using TickStack.Build.Ecs;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Emulator;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.Ecs;

/// <summary>A connection that breaks while a call is under way: nobody can tell by it whether the call was carried out.</summary>
[Trait("Category", "Sandbox")]
public sealed class BrokenConnectionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private static readonly string[] Changes = ["RegisterTaskDefinition", "CreateService", "UpdateService"];

    private readonly DeployedService service = new(fixture.Emulator);
    private readonly EmulatorProxy ecs = new(fixture.Emulator.Address.ToString());

    public static MatrixTheoryData<string, Fault> Breaks => new([.. Changes, "TagResource"], Enum.GetValues<Fault>().Except([Fault.Throttled]));

    public void Dispose()
    {
        service.Dispose();
        ecs.Dispose();
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_connection_that_breaks_during_a_call_leaves_no_second_revision_or_deployment(string operation, Fault fault)
    {
        var isNew = operation == "CreateService";
        if (!isNew)
        {
            await service.DeployAsync("one");
        }

        ecs.Rule = Rules.When(call => call.Operation == operation && call.Times == 1, fault);
        var outcome = await service.DeployAsync("two", ecs.Url);

        CarriedOut(operation, fault).ShouldBe(["RegisterTaskDefinition", isNew ? "CreateService" : "UpdateService"]);
        await ShouldStandAsync(outcome, isNew);
    }

    [Theory]
    [InlineData("RegisterTaskDefinition")]
    [InlineData("CreateService")]
    [InlineData("UpdateService")]
    [InlineData("TagResource")]
    public async Task What_stays_broken_until_the_run_gives_up_leaves_nothing_twice_after_the_next_run(string operation)
    {
        var isNew = operation == "CreateService";
        if (!isNew)
        {
            await service.DeployAsync("one");
        }

        var broken = false;
        ecs.Rule = Rules.When(call => broken |= call.Operation == operation, Fault.LostAnswer);
        (await Should.ThrowAsync<FailureException>(() => service.DeployAsync("two", ecs.Url))).ExitCode.ShouldBe(ExitCode.Unavailable);
        ecs.Rule = Rules.PassOn;
        var outcome = await service.DeployAsync("two", ecs.Url);

        await ShouldStandAsync(outcome, isNew);
    }

    private IEnumerable<string> CarriedOut(string operation, Fault fault) => ecs.Calls
        .Where(call => Changes.Contains(call.Operation))
        .Where(call => fault is not Fault.LostRequest || call.Operation != operation || call.Times > 1)
        .Select(call => call.Operation);

    private async Task ShouldStandAsync(DeployOutcome outcome, bool isNew)
    {
        (await service.RevisionsAsync()).ShouldBe(isNew ? [$"{service.Name}:1"] : [$"{service.Name}:1", $"{service.Name}:2"]);
        var live = await service.DescribeAsync();
        live.Deployments!.Select(deployment => deployment.Id).ShouldBe([outcome.DeploymentId]);
        live.Tags!.Single(tag => tag.Key == "app").Value.ShouldBe("two");
        var again = await service.DeployAsync("two");
        (again.Action, again.DeploymentId).ShouldBe((DeployAction.Unchanged, outcome.DeploymentId));
    }
}
