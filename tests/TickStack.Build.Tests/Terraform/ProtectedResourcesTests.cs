using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public class ProtectedResourcesTests
{
    [Fact]
    public void A_volume_that_would_be_replaced_is_refused_with_the_setting_and_its_values() => Problems("""
        { "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "action_reason": "replace_because_cannot_update", "change": {
            "actions": ["delete", "create"], "before": { "encrypted": true }, "after": { "encrypted": false }, "replace_paths": [["encrypted"]] } }
        """).ShouldBe(["terraform/cluster: the plan would replace aws_ebs_volume.data, the data volume, because of: encrypted (true → false)"]);

    [Fact]
    public void What_has_left_the_configuration_is_refused_too() => Problems("""
        { "address": "aws_kms_key.this", "type": "aws_kms_key", "action_reason": "delete_because_no_resource_config", "change": { "actions": ["delete"] } }
        """).ShouldBe([
            "terraform/cluster: the plan would destroy aws_kms_key.this, the key of the volume, its snapshots and the secrets, because of: "
                + "it is no longer in the configuration"]);

    [Fact]
    public void All_are_named_together() => Problems("""
        { "address": "aws_ecr_repository.component[\"telegraf\"]", "type": "aws_ecr_repository", "change": {
            "actions": ["create", "delete"], "before": { "name": "tick/telegraf" }, "after": { "name": "mon/telegraf" }, "replace_paths": [["name"]] } },
        { "address": "module.old.aws_ebs_volume.data", "type": "aws_ebs_volume", "action_reason": "delete_because_no_module",
          "change": { "actions": ["delete"] } }
        """).Count.ShouldBe(2);

    [Fact]
    public void A_volume_that_would_shrink_is_refused_before_AWS_does_it_half_way_through() => Problems("""
        { "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["update"], "before": { "size": 100 }, "after": { "size": 50 } } }
        """).ShouldBe(["terraform/cluster: the plan would shrink aws_ebs_volume.data, the data volume, from 100 to 50 GiB, and a volume can only grow"]);

    [Theory]
    [InlineData(
        """{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["update"], "before": {"size": 1}, "after": {"size": 2} } }""")]
    [InlineData(
        """{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["create"], "before": null, "after": { "size": 100 } } }""")]
    [InlineData("""{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["no-op"] } }""")]
    [InlineData("""{ "address": "aws_launch_template.this", "type": "aws_launch_template", "change": { "actions": ["delete", "create"] } }""")]
    public void Nothing_else_is(string change) => Problems(change).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "actions": ["delete", "create"], "before": { "a": "x" }, "after": {}, "after_unknown": { "a": true }, "replace_paths": [["a"]] }""",
        "a (x → known after apply)")]
    [InlineData("""{ "actions": ["delete", "create"], "before": { "a": null }, "after": { "a": "y" }, "replace_paths": [["a"]] }""", "a (none → y)")]
    [InlineData("""{ "actions": ["delete", "create"], "before": { "b": [{ "c": 1 }] }, "after": { "b": [{ "c": 2 }] }, "replace_paths": [["b", 0, "c"]] }""",
        "b[0].c (1 → 2)")]
    [InlineData(
        """{ "actions": ["delete", "create"], "before": { "a": "s" }, "after": { "a": "o" }, "before_sensitive": { "a": true }, "replace_paths": [["a"]] }""",
        "a")]
    [InlineData(
        """{ "actions": ["delete", "create"], "before": { "a": "secret" }, "after": { "a": "other" }, "after_sensitive": true, "replace_paths": [["a"]] }""",
        "a")]
    [InlineData("""{ "actions": ["delete", "create"], "before": { "b": [1] }, "after": { "b": [2] }, "replace_paths": [["b"]] }""", "b")]
    public void A_cause_shows_values_that_are_short_known_and_no_secret(string change, string cause) =>
        PlanSummary.Of(Plans.Of($$"""{ "address": "a.b", "type": "a", "change": {{change}} }""")).Changes.ShouldHaveSingleItem().Reasons.ShouldBe([cause]);

    private static IReadOnlyList<string> Problems(string changes) =>
        [.. ProtectedResources.Problems(TerraformRoot.Cluster, Plans.Of(changes)).Select(problem => problem.Message)];
}
