using System.Globalization;
using Amazon.ECS.Model;

namespace TickStack.Build.Settings.Options;

/// <summary>A load balancer as ecs-cli writes it: "targetGroupArn=…,containerName=…,containerPort=…", or loadBalancerName for a classic one.</summary>
internal static class TargetGroupText
{
    public const string Form = "targetGroupArn=ARN,containerName=NAME,containerPort=PORT, or loadBalancerName=NAME in place of the ARN";

    private static readonly string[] Keys = ["targetGroupArn", "loadBalancerName", "containerName", "containerPort"];

    /// <summary>Null: it is none.</summary>
    public static LoadBalancer? Parse(string text)
    {
        var parts = TagText.Parse(text)?.ToDictionary();
        if (parts is null || parts.Count != 3 || parts.Keys.Except(Keys).Any() || parts.Values.Any(value => value.Length == 0)
            || !parts.TryGetValue("containerName", out var container) || Port(parts) is not { } port)
        {
            return null;
        }

        return new LoadBalancer
        {
            TargetGroupArn = parts.GetValueOrDefault("targetGroupArn"),
            LoadBalancerName = parts.GetValueOrDefault("loadBalancerName"),
            ContainerName = container,
            ContainerPort = port,
        };
    }

    private static int? Port(Dictionary<string, string> parts) =>
        int.TryParse(parts.GetValueOrDefault("containerPort"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : null;
}
