using TickStack.Build.Stack;
using TickStack.Documents;

namespace TickStack.Build.Settings;

/// <summary>The part "infrastructure" of an environment's file.</summary>
internal static class InfrastructureDocument
{
    // What CloudWatch Logs accepts.
    private static readonly int[] RetentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    private const string OwnPrefix = "tickstack:";

    private static readonly string[] OwnTags = [OwnerTags.Project, OwnerTags.ManagedBy, "Name", "Backup", "AmazonECSManaged"];

    public static InfrastructureSettings Read(DocumentValue? value, string region)
    {
        if (value?.Mapping() is not { } keys)
        {
            return new InfrastructureSettings { InstanceType = "", DataVolumeSize = 0, PublicDomain = "", LogRetentionDays = 0 };
        }

        var infrastructure = new InfrastructureSettings
        {
            VpcId = keys.Optional("vpcId")?.Text(SettingPatterns.VpcId, "the id of a VPC such as vpc-0a1b2c3d"),
            SubnetIds = Subnets(keys.Optional("subnetIds")),
            AvailabilityZone = Zone(keys.Optional("availabilityZone"), region),
            InstanceType = keys.Required("instanceType")?.Text(SettingPatterns.InstanceType, "an EC2 instance type such as r5.large") ?? "",
            ImageId = keys.Optional("imageId")?.Text(SettingPatterns.MachineImageId, "the id of a machine image such as ami-0a1b2c3d"),
            DataVolumeSize = keys.Required("dataVolumeSize")?.Number(1, 16384) ?? 0,
            PrivateNamespace = keys.Optional("privateNamespace")?.Text(SettingPatterns.Namespace, "a DNS name such as monitoring or tick.internal")
                ?? "monitoring",
            PublicDomain = keys.Required("publicDomain")?.Text(SettingPatterns.Domain, "a domain such as monitoring.example.com") ?? "",
            LogRetentionDays = Retention(keys.Required("logRetentionDays")),
            Tags = Tags(keys.Optional("tags")),
        };
        keys.Done();
        return infrastructure;
    }

    private static IReadOnlyList<string> Subnets(DocumentValue? value) =>
        [.. (value?.List() ?? []).Select(id => id.Text(SettingPatterns.SubnetId, "the id of a subnet such as subnet-0a1b2c3d")).OfType<string>()];

    private static string? Zone(DocumentValue? value, string region)
    {
        var zone = value?.Text();
        if (zone is not null && region.Length > 0
            && !(zone.Length == region.Length + 1 && zone.StartsWith(region, StringComparison.Ordinal) && char.IsAsciiLetterLower(zone[^1])))
        {
            value!.MustBe($"a zone of the region, such as {region}a");
        }

        return zone;
    }

    private static int Retention(DocumentValue? value)
    {
        var days = value?.Number(minimum: 1);
        if (days is { } number && !RetentionDays.Contains(number))
        {
            value!.MustBe($"one of {string.Join(", ", RetentionDays)}");
        }

        return days ?? 0;
    }

    private static IReadOnlyDictionary<string, string> Tags(DocumentValue? value)
    {
        var tags = value?.TextMap() ?? new Dictionary<string, string>();
        foreach (var (key, text) in tags.Where(tag => !IsTag(tag.Key, tag.Value)))
        {
            Problem(value!, key, $"'{key}' = '{text}' is no tag that AWS accepts",
                "a key has 1 to 128 characters and does not begin with aws:, a value has at most 256; "
                + "both take letters, digits, blanks and + - = . _ : / @");
        }

        foreach (var key in tags.Keys.Where(IsOurs))
        {
            Problem(value!, key, $"'{key}' is a tag that the stack itself sets, and finds its resources by",
                $"choose another key than {string.Join(", ", OwnTags)} and {OwnPrefix}…");
        }

        return tags;
    }

    private static void Problem(DocumentValue tags, string key, string message, string remedy) =>
        tags.Problems.Add($"{tags.Path}: {message}", remedy, tags.Entries().First(tag => tag.Key.Key == key).Value.Location);

    private static bool IsOurs(string key) => OwnTags.Contains(key) || key.StartsWith(OwnPrefix, StringComparison.Ordinal);

    private static bool IsTag(string key, string value) =>
        key.Length is > 0 and <= 128 && value.Length <= 256 && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            && SettingPatterns.TagText.IsMatch(key) && SettingPatterns.TagText.IsMatch(value);
}
