using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

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
    public void What_must_go_says_why()
    {
        var plan = PlanSummary.Parse("""
            { "resource_changes": [
              { "address": "a.volume", "action_reason": "replace_because_cannot_update",
                "change": { "actions": ["delete", "create"], "replace_paths": [["availability_zone"], ["block", 0, "encrypted"]] } },
              { "address": "a.tainted", "action_reason": "replace_because_tainted", "change": { "actions": ["delete", "create"] } },
              { "address": "a.gone", "action_reason": "delete_because_no_resource_config", "change": { "actions": ["delete"] } },
              { "address": "a.changed", "change": { "actions": ["update"] } } ] }
            """);

        plan.Changes.Select(change => $"{change.Address}: {string.Join(", ", change.Reasons)}").ShouldBe(
        [
            "a.volume: availability_zone, block[0].encrypted", "a.tainted: it was left half made", "a.gone: it is no longer in the configuration", "a.changed: ",
        ]);
    }

    [Fact]
    public void A_plan_without_changes_says_so() => PlanSummary.Parse("""{ "resource_changes": [] }""").ToString().ShouldBe("no changes");
}
