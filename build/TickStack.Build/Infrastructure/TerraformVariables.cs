using System.Text.Json;
using TickStack.Build.Settings;

namespace TickStack.Build.Infrastructure;

/// <summary>
/// Settings as the roots' input variables, written to a .tfvars.json: values given by -var lose their inner quotes. Image tags
/// are never among them, so a deploy of another image is no change of infrastructure.
/// </summary>
public static class TerraformVariables
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static string Of(TerraformRoot root, StackSettings settings) =>
        JsonSerializer.Serialize(root == TerraformRoot.Registry ? Registry(settings) : Cluster(settings), Json) + "\n";

    private static SortedDictionary<string, object?> Registry(StackSettings settings) => new(StringComparer.Ordinal)
    {
        ["name"] = settings.Name,
        ["region"] = settings.Region,
        ["account_id"] = settings.Account,
        ["tags"] = settings.Infrastructure.Tags,
    };

    private static SortedDictionary<string, object?> Cluster(StackSettings settings) => new(Registry(settings), StringComparer.Ordinal)
    {
        ["vpc_id"] = settings.Infrastructure.VpcId,
        ["subnet_ids"] = settings.Infrastructure.SubnetIds is { Count: > 0 } subnets ? subnets : null,
        ["availability_zone"] = settings.Infrastructure.AvailabilityZone,
        ["instance_type"] = settings.Infrastructure.InstanceType,
        ["image_id"] = settings.Infrastructure.ImageId,
        ["data_volume_size"] = settings.Infrastructure.DataVolumeSize,
        ["private_namespace"] = settings.Infrastructure.PrivateNamespace,
        ["public_domain"] = settings.Infrastructure.PublicDomain,
        ["log_retention_days"] = settings.Infrastructure.LogRetentionDays,
        ["backup_bucket"] = settings.Images.BackupBucket,
        ["logs_bucket"] = settings.Images.LogsBucket,
    };
}
