using System.Globalization;
using TickStack.Build.Images;
using TickStack.Build.Manifests;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Manifests;

/// <summary>An invented environment with everything that the templates ask for.</summary>
internal static class SampleStack
{
    public static StackSettings Settings { get; } = new()
    {
        Environment = "staging",
        Cloud = CloudKind.Aws,
        Account = "111122223333",
        Region = "eu-west-1",
        Name = "metrics",
        StateBucket = "metrics-state",
        Images = new ImageSettings { Architecture = "x86_64", BackupBucket = "metrics-backups", LogsBucket = "metrics-logs" },
        Infrastructure = new InfrastructureSettings { InstanceType = "r5.large", DataVolumeSize = 20, PublicDomain = "metrics.example", LogRetentionDays = 14 },
        Rollout = new RolloutSettings(),
    };

    public static IReadOnlyDictionary<string, PublishedImage> Images { get; } = Component.All.ToDictionary(
        component => component.Name,
        component => new PublishedImage(
            component.Name,
            $"111122223333.dkr.ecr.eu-west-1.amazonaws.com/metrics-{component}",
            "1.0-0123456789ab",
            "sha256:" + string.Concat(Enumerable.Repeat(((int)component.Name[0]).ToString("x2", CultureInfo.InvariantCulture), 32)),
            $"{component}:1.0"));

    public static ClusterOutputs Cluster { get; } = new()
    {
        ClusterName = "metrics",
        CapacityProvider = "metrics",
        VpcId = "vpc-0a1b2c3d4e5f60001",
        AvailabilityZone = "eu-west-1a",
        SubnetIds = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
        DataVolumeId = "vol-0a1b2c3d4e5f60001",
        SecurityGroupIds = ByService(service => $"sg-0a1b2c3d4e5f{service.Name.Length:D5}"),
        TaskRoleArns = ByService(service => $"arn:aws:iam::111122223333:role/metrics-{service}-task"),
        ExecutionRoleArns = ByService(service => $"arn:aws:iam::111122223333:role/metrics-{service}-execution"),
        LogGroups = Component.All.ToDictionary(component => component.Name, component => $"/metrics/{component}"),
        ServiceRegistries = new Dictionary<string, CloudMapService>
        {
            ["influxdb"] = Registry("influxdb", "monitoring", "private"),
            ["tick"] = Registry("chronograf", "metrics.example", "public"),
        },
        SecretArns = new Dictionary<string, string>
        {
            ["influxdb_admin_password"] = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:metrics/influxdb-admin-a1b2c3",
            ["influxdb_telegraf_password"] = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:metrics/influxdb-telegraf-d4e5f6",
        },
    };

    public static ManifestModel Model { get; } = ManifestModel.From(Settings, Images, Cluster);

    public static ManifestFolder Templates { get; } = new(Path.Combine(AppContext.BaseDirectory, "ecs"));

    public static async Task<RenderedManifests> RenderAsync(StackService service) => ManifestRenderer.Render(
        service,
        await Templates.ReadTemplateAsync(service, ManifestFolder.ComposeFile, TestContext.Current.CancellationToken),
        await Templates.ReadTemplateAsync(service, ManifestFolder.ParamsFile, TestContext.Current.CancellationToken),
        Model);

    private static Dictionary<string, string> ByService(Func<StackService, string> value) => StackService.All.ToDictionary(service => service.Name, value);

    private static CloudMapService Registry(string name, string space, string visibility) => new()
    {
        Arn = $"arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-{name}",
        Name = name,
        NamespaceId = $"ns-{space}",
        NamespaceName = space,
        Visibility = visibility,
    };
}
