using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tests.Infrastructure;

public class PlanSummaryTests
{
    [Fact]
    public void Each_action_is_counted_and_reads_and_no_ops_are_not()
    {
        var plan = PlanSummary.Parse("""
            { "resource_changes": [
              { "address": "a.new", "change": { "actions": ["create"] } },
              { "address": "a.same", "change": { "actions": ["no-op"] } },
              { "address": "data.a.read", "change": { "actions": ["read"] } },
              { "address": "a.changed", "change": { "actions": ["update"] } },
              { "address": "a.again", "change": { "actions": ["delete", "create"] } },
              { "address": "a.first", "change": { "actions": ["create", "delete"] } },
              { "address": "a.gone", "change": { "actions": ["delete"] } } ] }
            """);

        plan.ToString().ShouldBe("1 to create, 1 to update, 2 to replace, 1 to destroy");
        plan.Changes.Single(change => change.Action == ChangeAction.Destroy).Address.ShouldBe("a.gone");
    }

    [Fact]
    public void A_plan_without_changes_says_so() => PlanSummary.Parse("""{ "resource_changes": [] }""").ToString().ShouldBe("no changes");
}
