using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.Terraform;

[Collection(nameof(AppliedClusterTests))]
public sealed class ClusterLifeTests(AppliedCluster cluster)
{
    // terraform plan -detailed-exitcode
    private const int NothingToChange = 0;

    [Fact]
    public async Task An_instance_that_dies_is_replaced_behind_Terraforms_back_and_what_is_destroyed_leaves_volume_and_key()
    {
        await PlanIsEmptyAsync();

        var first = await InstanceAsync();
        await cluster.Emulator.QueryAsync("ec2", "TerminateInstances", ("InstanceId.1", first));
        (await InstanceAsync()).ShouldNotBe(first);
        await PlanIsEmptyAsync();

        // The way to destroy what may be destroyed: Terraform forgets the two that may not.
        await cluster.Terraform.ShouldEndWithAsync(1, "plan", "-destroy", "-input=false");
        await cluster.Terraform.ShouldSucceedAsync("state", "rm", "aws_ebs_volume.data", "aws_kms_key.this");
        await cluster.Terraform.ShouldSucceedAsync("destroy", "-input=false", "-auto-approve");

        (await cluster.Terraform.ShouldSucceedAsync("state", "list")).ShouldBeEmpty();
        (await VolumeStateAsync()).ShouldBe("available");
        (await KeyStateAsync()).ShouldBe("Enabled");
    }

    private Task<string> PlanIsEmptyAsync() => cluster.Terraform.ShouldEndWithAsync(NothingToChange, "plan", "-detailed-exitcode", "-input=false", "-lock=false");

    private async Task<string> InstanceAsync()
    {
        var group = await cluster.Emulator.QueryAsync("autoscaling", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", AppliedCluster.Name));
        return Elements(group, "InstanceId").ShouldHaveSingleItem();
    }

    private async Task<string> VolumeStateAsync()
    {
        var volume = cluster.ResourcesOf("aws_ebs_volume").Single().GetProperty("id").GetString()!;
        var described = await cluster.Emulator.QueryAsync("ec2", "DescribeVolumes", ("VolumeId.1", volume));
        return Elements(described, "status").First();
    }

    private async Task<string> KeyStateAsync()
    {
        var key = cluster.ResourcesOf("aws_kms_key").Single().GetProperty("key_id").GetString()!;
        var (_, described) = await cluster.Emulator.CallAsync("kms", "TrentService.DescribeKey", new Dictionary<string, string> { ["KeyId"] = key });
        return described["KeyMetadata"]!["KeyState"]!.GetValue<string>();
    }

    private static IEnumerable<string> Elements(XDocument document, string name) =>
        document.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
