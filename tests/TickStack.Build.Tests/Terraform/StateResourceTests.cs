using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public class StateResourceTests
{
    [Fact]
    public void What_Terraform_only_reads_is_left_out_and_what_is_deposed_goes_with_its_resource() =>
        StateResource.In(DestroyStates.Of(DestroyStates.Rest)).Select(resource => (resource.Address, resource.Id)).ShouldBe(
            [("aws_ecs_cluster.this", "arn-3"), ("aws_iam_role.task[\"tick\"]", "role"), ("aws_launch_template.this", "lt-2")]);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("{}")]
    [InlineData("""{ "resources": [] }""")]
    public void An_empty_state_has_none(string state) => StateResource.In(state).ShouldBeEmpty();

    [Fact]
    public void Volume_key_and_secrets_hold_data_and_nothing_else_does() =>
        StateResource.In(DestroyStates.Of(DestroyStates.Data, DestroyStates.Rest, DestroyStates.Repositories)).Select(resource => resource.Address).Where(DataResources.Include).ShouldBe(
            ["aws_ebs_volume.data", "aws_kms_key.this", "aws_secretsmanager_secret.influxdb[\"admin\"]", "aws_secretsmanager_secret.influxdb[\"telegraf\"]", "aws_secretsmanager_secret_version.influxdb[\"admin\"]"]);
}
