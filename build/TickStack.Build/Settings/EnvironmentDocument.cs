using TickStack.Build.Stack;
using TickStack.Documents;

namespace TickStack.Build.Settings;

/// <summary>The content of an environment's file. Problems go to the document's log; what is returned counts only while that log is empty.</summary>
internal static class EnvironmentDocument
{
    public static StackSettings Read(string environment, DocumentValue document)
    {
        var keys = document.Mapping();
        var cloud = keys.Required("cloud")?.Choice("sandbox", "aws") == "aws" ? CloudKind.Aws : CloudKind.Sandbox;
        var account = keys.Required("account")?.Text(SettingPatterns.Account, "twelve digits in quotes") ?? "";
        var region = keys.Required("region")?.Text(SettingPatterns.Region, "an AWS region such as eu-west-1") ?? "";
        var settings = new StackSettings
        {
            Environment = environment,
            Cloud = cloud,
            Account = account,
            Region = region,
            Name = keys.Required("name")?.Text(SettingPatterns.Name, "2 to 21 lower-case letters, digits and hyphens, a letter first") ?? "",
            StateBucket = Bucket(keys, "stateBucket"),
            Images = Images(keys.Required("images")),
            Infrastructure = InfrastructureDocument.Read(keys.Required("infrastructure"), region),
            Rollout = Rollout(keys.Optional("rollout")),
        };
        keys.Done();
        EnvironmentRules.Check(settings, document);
        return settings;
    }

    private static ImageSettings Images(DocumentValue? value)
    {
        if (value?.Mapping() is not { } keys)
        {
            return new ImageSettings { Architecture = "", BackupBucket = "", LogsBucket = "" };
        }

        var images = new ImageSettings
        {
            Architecture = keys.Required("architecture")?.Choice("x86_64", "arm64") ?? "",
            BackupBucket = Bucket(keys, "backupBucket"),
            LogsBucket = Bucket(keys, "logsBucket"),
            BaseImages = BaseImages(keys.Optional("baseImages")),
        };
        keys.Done();
        return images;
    }

    private static Dictionary<string, string> BaseImages(DocumentValue? value)
    {
        var images = new Dictionary<string, string>();
        if (value?.Mapping() is { } keys)
        {
            foreach (var component in Component.All)
            {
                if (keys.Optional(component.Name)?.Text(
                    SettingPatterns.ImageReference, "an image reference such as mirror.example.com/telegraf:1.2.3") is { } image)
                {
                    images[component.Name] = image;
                }
            }

            keys.Done();
        }

        return images;
    }

    private static RolloutSettings Rollout(DocumentValue? value)
    {
        if (value?.Mapping() is not { } keys)
        {
            return new RolloutSettings();
        }

        var timeout = keys.Optional("timeout")?.Duration(RolloutSettings.Shortest, RolloutSettings.Longest);
        keys.Done();
        return timeout is { } given ? new RolloutSettings { Timeout = given } : new RolloutSettings();
    }

    private static string Bucket(MappingReader keys, string key) =>
        keys.Required(key)?.Text(SettingPatterns.Bucket, "the name of an S3 bucket: 3 to 63 lower-case letters, digits, dots and hyphens") ?? "";
}
