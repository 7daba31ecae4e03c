using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public class StateJsonTests
{
    [Fact]
    public void What_Terraform_only_reads_is_left_out_and_what_is_deposed_goes_with_its_resource() =>
        States.Read(States.Rest).Select(resource => (resource.Address, resource.Id)).ShouldBe(
            [("aws_ecs_cluster.this", "arn-3"), ("aws_iam_role.task[\"tick\"]", "role"), ("aws_launch_template.this", "lt-2")]);

    [Fact]
    public void Volume_key_and_secrets_hold_data_and_nothing_else_does() =>
        States.Read(States.Data, States.Rest, States.Repositories).Select(resource => resource.Address).Where(DataResources.Include).ShouldBe(
        [
            "aws_ebs_volume.data", "aws_kms_key.this", "aws_secretsmanager_secret.influxdb[\"admin\"]", "aws_secretsmanager_secret.influxdb[\"telegraf\"]",
            "aws_secretsmanager_secret_version.influxdb[\"admin\"]",
        ]);

    [Fact]
    public void Only_tainted_instances_are_found_each_by_its_address() =>
        Tainted("""
            { "mode": "managed", "type": "aws_kms_key", "name": "this", "instances": [ { "status": "tainted", "attributes": {} } ] },
            { "mode": "managed", "type": "aws_ebs_volume", "name": "data", "instances": [ { "attributes": {} } ] },
            { "mode": "managed", "type": "aws_ecr_repository", "name": "component", "instances": [
              { "index_key": "telegraf", "status": "tainted" }, { "index_key": "influxdb" } ] },
            { "module": "module.a", "mode": "managed", "type": "x", "name": "y", "instances": [ { "index_key": 0, "status": "tainted" } ] }
            """).ShouldBe(["aws_kms_key.this", "aws_ecr_repository.component[\"telegraf\"]", "module.a.x.y[0]"]);

    // "terraform untaint" would refuse the address: what stands at it is whole.
    [Fact]
    public void What_is_tainted_and_deposed_does_not_taint_what_has_taken_its_place() =>
        Tainted("""
            { "mode": "managed", "type": "aws_launch_template", "name": "this", "instances": [ { "attributes": {} }, { "deposed": "1", "status": "tainted",
              "attributes": {} } ] }
            """).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("""{ "version": 4 }""")]
    [InlineData("""{ "version": 4, "resources": [] }""")]
    public void An_empty_state_has_none(string state) => StateJson.Read(TerraformRoot.Cluster, state).Resources.ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "version": 5, "resources": {} }""", "its version is 5, and 4 is known here")]
    [InlineData("""{ "resources": [] }""", "its version is missing, and 4 is known here")]
    [InlineData("""{ "version": 4, "resources": [ { "type": "aws_kms_key" } ] }""", "missing required properties")]
    [InlineData("Acquiring state lock", "it is no JSON object, and begins with: Acquiring state lock")]
    public void A_state_of_another_format_is_refused_with_its_command(string state, string why)
    {
        var refused = Should.Throw<FailureException>(() => StateJson.Read(TerraformRoot.Cluster, state)).Problems.ShouldHaveSingleItem();

        refused.Message.ShouldStartWith("What terraform state pull of terraform/cluster has printed cannot be read: ");
        refused.Message.ShouldContain(why);
        refused.Remedy.ShouldStartWith("Use Terraform 1.11 or newer");
    }

    private static IEnumerable<string> Tainted(params string[] resources) =>
        StateJson.Read(TerraformRoot.Cluster, States.Of(resources)).Resources.Where(resource => resource.IsTainted).Select(resource => resource.Address);
}
