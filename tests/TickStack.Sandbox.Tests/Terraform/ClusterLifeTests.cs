using System.Text.Json;
using System.Xml.Linq;
using TickStack.Sandbox.Tests.Emulator;

namespace TickStack.Sandbox.Tests.Terraform;

[Collection(nameof(AppliedClusterTests))]
public sealed class ClusterLifeTests(AppliedCluster cluster)
{
    // terraform plan -detailed-exitcode
    private const int NothingToChange = 0;

    [Fact]
    public async Task A_dead_instance_is_replaced_behind_Terraforms_back_a_restored_volume_is_taken_over_and_a_destroy_leaves_volume_and_key()
    {
        await PlanIsEmptyAsync();

        var first = await InstanceAsync();
        await cluster.Emulator.QueryAsync("ec2", "TerminateInstances", ("InstanceId.1", first));
        (await InstanceAsync()).ShouldNotBe(first);
        await PlanIsEmptyAsync();
        (await cluster.Ebs.StateAsync(Volume)).Instance.ShouldBe(await InstanceAsync());

        await TakeOverAsync(await RestoreAsync());

        // The way to destroy what may be destroyed: Terraform forgets the two that may not.
        await cluster.Terraform.ShouldEndWithAsync(1, "plan", "-destroy", "-input=false");
        await cluster.Terraform.ShouldSucceedAsync("state", "rm", "aws_ebs_volume.data", "aws_kms_key.this");
        await cluster.Terraform.ShouldSucceedAsync("destroy", "-input=false", "-auto-approve");

        (await cluster.Terraform.ShouldSucceedAsync("state", "list")).ShouldBeEmpty();
        (await cluster.Ebs.StateAsync(Volume)).Status.ShouldBe("available");
        (await KeyStateAsync()).ShouldBe("Enabled");
    }

    private string Volume => cluster.ResourcesOf("aws_ebs_volume").Single().GetProperty("id").GetString()!;

    private Task<string> PlanIsEmptyAsync() => cluster.Terraform.ShouldEndWithAsync(NothingToChange, "plan", "-detailed-exitcode", "-input=false", "-lock=false");

    private async Task<string> InstanceAsync()
    {
        var group = await cluster.Emulator.QueryAsync("autoscaling", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", AppliedCluster.Name));
        return Elements(group, "InstanceId").ShouldHaveSingleItem();
    }

    /// <summary>Id of a volume like the cluster's own, made from a snapshot of it.</summary>
    private async Task<string> RestoreAsync()
    {
        var volume = cluster.ResourcesOf("aws_ebs_volume").Single();
        var snapshot = await cluster.Emulator.QueryAsync("ec2", "CreateSnapshot", ("VolumeId", Volume));
        var tags = volume.GetProperty("tags_all").EnumerateObject().Index().SelectMany(tag => new[]
        {
            ($"TagSpecification.1.Tag.{tag.Index + 1}.Key", tag.Item.Name), ($"TagSpecification.1.Tag.{tag.Index + 1}.Value", tag.Item.Value.GetString()!),
        });
        var made = await cluster.Emulator.QueryAsync(
            "ec2", "CreateVolume",
            [
                ("AvailabilityZone", volume.GetProperty("availability_zone").GetString()!), ("SnapshotId", EbsCalls.Value(snapshot, "snapshotId")!), ("VolumeType", "gp3"),
                ("Encrypted", "true"), ("KmsKeyId", volume.GetProperty("kms_key_id").GetString()!), ("TagSpecification.1.ResourceType", "volume"), .. tags,
            ]);
        return EbsCalls.Value(made, "volumeId")!;
    }

    private async Task TakeOverAsync(string restored)
    {
        await cluster.Terraform.ShouldSucceedAsync("state", "rm", "aws_ebs_volume.data");
        await cluster.Terraform.ShouldSucceedAsync("import", "-input=false", "aws_ebs_volume.data", restored);
        await cluster.Terraform.ShouldSucceedAsync("plan", "-input=false", "-out=takeover.tfplan");
        (await VolumeChangesAsync("takeover.tfplan")).ShouldBe(["final_snapshot"]); // Terraform's own, nothing that AWS knows

        await cluster.Terraform.ShouldSucceedAsync("apply", "-input=false", "takeover.tfplan");

        await PlanIsEmptyAsync();
        (await cluster.Ebs.StateAsync(restored)).Instance.ShouldBe(await InstanceAsync());
        (await cluster.Ebs.StateAsync(Volume)).Status.ShouldBe("available");
    }

    private async Task<string[]> VolumeChangesAsync(string plan)
    {
        var changes = JsonElement.Parse(await cluster.Terraform.ShouldSucceedAsync("show", "-json", plan)).GetProperty("resource_changes").EnumerateArray();
        var change = changes.Single(each => each.GetProperty("address").GetString() == "aws_ebs_volume.data").GetProperty("change");
        var before = change.GetProperty("before");
        return [.. change.GetProperty("after").EnumerateObject().Where(each => !JsonElement.DeepEquals(each.Value, before.GetProperty(each.Name))).Select(each => each.Name)];
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
