using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public class TaintedInstancesTests
{
    [Fact]
    public void Only_tainted_instances_are_found_each_by_its_address() =>
        TaintedInstances.In("""
            { "version": 4, "resources": [
              { "mode": "managed", "type": "aws_kms_key", "name": "this", "instances": [ { "status": "tainted", "attributes": {} } ] },
              { "mode": "managed", "type": "aws_ebs_volume", "name": "data", "instances": [ { "attributes": {} } ] },
              { "mode": "managed", "type": "aws_ecr_repository", "name": "component", "instances": [
                { "index_key": "telegraf", "status": "tainted" }, { "index_key": "influxdb" } ] },
              { "module": "module.a", "mode": "managed", "type": "x", "name": "y", "instances": [ { "index_key": 0, "status": "tainted" } ] } ] }
            """).ShouldBe(["aws_kms_key.this", "aws_ecr_repository.component[\"telegraf\"]", "module.a.x.y[0]"]);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public void An_empty_state_has_none(string state) => TaintedInstances.In(state).ShouldBeEmpty();
}
