using System.Text.Json;
using CsCheck;
using TickStack.Build.Settings;
using TickStack.Build.Stack;

namespace TickStack.Build.Tests.Settings;

public class SettingsRoundTripTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly string[] Regions = ["eu-west-1", "us-gov-east-1", "ap-southeast-2"];
    private static readonly int[] Retentions = [1, 30, 365, 3653];

    [Fact]
    public void Every_valid_file_is_read_as_it_was_meant() =>
        Settings.Sample(
            settings =>
            {
                using var folder = new EnvironmentFolder(FileOf(settings));
                JsonSerializer.Serialize(folder.Read("--environment=staging"), Json).ShouldBe(JsonSerializer.Serialize(settings, Json));
            },
            iter: 100);

    private static Gen<string> TagValue => Gen.Char["abcXYZ019 äß日+-=._:/@"].Array[0, 40].Select(letters => new string(letters));

    private static Gen<string> Word => Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[3, 12].Select(letters => $"a{new string(letters)}");

    private static Gen<ImageSettings> Images(string architecture) =>
        Gen.Select(Word, Word, Gen.Int[0, 4], (backups, logs, overridden) => new ImageSettings
        {
            Architecture = architecture,
            BackupBucket = backups,
            LogsBucket = logs,
            BaseImages = Component.All.Take(overridden).ToDictionary(component => component.Name, component => $"mirror.example.com/{component}:1.2"),
        });

    private static Gen<InfrastructureSettings> Infrastructure(string region, string architecture) =>
        Gen.Select(Gen.Bool, Gen.Char['a', 'f'], Gen.Int[1, 16384], Word, Gen.Int[0, 3], Gen.Select(Word, TagValue),
            (network, zone, size, domain, retention, tag) => new InfrastructureSettings
            {
                VpcId = network ? "vpc-0a1b2c3d" : null,
                SubnetIds = network ? ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] : [],
                AvailabilityZone = network ? $"{region}{zone}" : null,
                InstanceType = architecture == "arm64" ? "r7g.large" : "r5.large",
                ImageId = network ? "ami-0a1b2c3d" : null,
                DataVolumeSize = size,
                PrivateNamespace = network ? $"{domain}.internal" : "monitoring",
                PublicDomain = $"{domain}.example.com",
                LogRetentionDays = Retentions[retention],
                Tags = network ? new Dictionary<string, string> { [tag.Item1] = tag.Item2 } : [],
            });

    private static Gen<StackSettings> Settings =>
        from cloud in Gen.Int[0, 1]
        from account in Gen.Long[100_000_000_000, 999_999_999_999]
        from region in Gen.Int[0, 2].Select(i => Regions[i])
        from name in Word
        from bucket in Word
        from architecture in Gen.Bool.Select(arm => arm ? "arm64" : "x86_64")
        from images in Images(architecture)
        from infrastructure in Infrastructure(region, architecture)
        from seconds in Gen.Int[1, 86400]
        select new StackSettings
        {
            Environment = "staging",
            Cloud = (CloudKind)cloud,
            Account = $"{account}",
            Region = region,
            Name = name,
            StateBucket = bucket,
            Images = images,
            Infrastructure = infrastructure,
            Rollout = new RolloutSettings { Timeout = TimeSpan.FromSeconds(seconds) },
        };

    // Written independently of the reader, as a person would; a key that is null is left out or null, which means the same.
    private static string FileOf(StackSettings settings) => JsonSerializer.Serialize(
        new
        {
            cloud = settings.Cloud == CloudKind.Aws ? "aws" : "sandbox",
            settings.Account,
            settings.Region,
            settings.Name,
            settings.StateBucket,
            settings.Images,
            settings.Infrastructure,
            rollout = new { timeout = $"{settings.Rollout.Timeout.TotalSeconds}s" },
        },
        Json);
}
