using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public class PlanSummaryTests
{
    [Fact]
    public void Each_action_is_counted_and_reads_and_no_ops_are_not()
    {
        var plan = PlanSummary.Of(Plans.Of("""
              { "address": "a.new", "type": "a", "change": { "actions": ["create"] } },
              { "address": "a.same", "type": "a", "change": { "actions": ["no-op"] } },
              { "address": "data.a.read", "type": "a", "change": { "actions": ["read"] } },
              { "address": "a.changed", "type": "a", "change": { "actions": ["update"] } },
              { "address": "a.again", "type": "a", "change": { "actions": ["delete", "create"] } },
              { "address": "a.first", "type": "a", "change": { "actions": ["create", "delete"] } },
              { "address": "a.gone", "type": "a", "change": { "actions": ["delete"] } }
            """));

        plan.ToString().ShouldBe("1 to create, 1 to update, 2 to replace, 1 to destroy");
        plan.Changes.Single(change => change.Action == ChangeAction.Destroy).Address.ShouldBe("a.gone");
    }

    [Fact]
    public void What_must_go_says_why()
    {
        var plan = PlanSummary.Of(Plans.Of("""
              { "address": "a.volume", "type": "a", "action_reason": "replace_because_cannot_update",
                "change": { "actions": ["delete", "create"], "replace_paths": [["availability_zone"], ["block", 0, "encrypted"]] } },
              { "address": "a.tainted", "type": "a", "action_reason": "replace_because_tainted", "change": { "actions": ["delete", "create"] } },
              { "address": "a.gone", "type": "a", "action_reason": "delete_because_no_resource_config", "change": { "actions": ["delete"] } },
              { "address": "a.changed", "type": "a", "change": { "actions": ["update"] } }
            """));

        plan.Changes.Select(change => $"{change.Address}: {string.Join(", ", change.Reasons)}").ShouldBe(
        [
            "a.volume: availability_zone, block[0].encrypted", "a.tainted: it was left half made", "a.gone: it is no longer in the configuration",
            "a.changed: ",
        ]);
    }

    [Fact]
    public void A_plan_without_changes_says_so() => PlanSummary.Of(Plans.Of()).ToString().ShouldBe("no changes");
}
