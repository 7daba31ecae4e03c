using System.Text.Json;
using TickStack.Build.Settings;

namespace TickStack.Build.Infrastructure;

/// <summary>What "terraform import" takes for the resources whose names are known before they are made.</summary>
public static class ImportIds
{
    private static readonly Dictionary<string, Func<string, StackSettings, string>> ByType = new()
    {
        ["aws_autoscaling_group"] = (name, _) => name,
        ["aws_cloudwatch_log_group"] = (name, _) => name,
        ["aws_ecr_repository"] = (name, _) => name,
        ["aws_ecs_capacity_provider"] = (name, settings) => $"arn:{Partition(settings.Region)}:ecs:{settings.Region}:{settings.Account}:capacity-provider/{name}",
        ["aws_ecs_cluster"] = (name, _) => name,
        ["aws_iam_instance_profile"] = (name, _) => name,
        ["aws_iam_role"] = (name, _) => name,
        ["aws_kms_alias"] = (name, _) => name,

        // An ARN ends in six letters of AWS's own choice; whatever takes it takes the name as well.
        ["aws_secretsmanager_secret"] = (name, _) => name,
    };

    /// <param name="plan">What "terraform show -json" says of the plan that was applied.</param>
    /// <param name="address">Of a resource that it would create.</param>
    /// <param name="settings">The stack's.</param>
    /// <returns>Null when the resource's type has no name that identifies it, or when it is not in the plan.</returns>
    public static string? Of(string plan, string address, StackSettings settings)
    {
        var change = JsonElement.Parse(plan).GetProperty("resource_changes").EnumerateArray().FirstOrDefault(change => change.GetProperty("address").GetString() == address);
        return change.ValueKind == JsonValueKind.Object && ByType.TryGetValue(change.GetProperty("type").GetString()!, out var id)
            && change.GetProperty("change").GetProperty("after").GetProperty("name").GetString() is { } name
            ? id(name, settings)
            : null;
    }

    private static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
}
