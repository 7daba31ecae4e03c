using TickStack.Build.Images;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Manifests;

/// <summary>The values of the templates' placeholders.</summary>
public sealed class ManifestModel
{
    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<string, string> missing = [];

    private ManifestModel()
    {
    }

    /// <summary>Placeholder → value.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Placeholder that has no value in this run → what gives it one.</summary>
    public IReadOnlyDictionary<string, string> Missing => missing;

    /// <param name="settings">The environment's.</param>
    /// <param name="images">Component → image. One that is not published yet only matters to a template that names it.</param>
    /// <param name="cluster">Terraform's outputs.</param>
    public static ManifestModel From(StackSettings settings, IReadOnlyDictionary<string, PublishedImage> images, ClusterOutputs cluster)
    {
        var model = new ManifestModel();
        model.AddStack(settings, cluster);
        foreach (var component in Component.All)
        {
            model.AddComponent(component, images.GetValueOrDefault(component.Name), cluster);
        }

        foreach (var service in StackService.All)
        {
            model.AddService(service, cluster);
        }

        return model;
    }

    private void AddStack(StackSettings settings, ClusterOutputs cluster)
    {
        values["environment"] = settings.Environment;
        values["region"] = settings.Region;
        values["cluster_name"] = cluster.ClusterName;
        values["vpc_id"] = cluster.VpcId;
        values["subnet_ids"] = string.Join(", ", cluster.SubnetIds);
        values["influxdb_admin_user"] = "admin";
        values["influxdb_write_user"] = "telegraf";
        values["influxdb_database"] = "telegraf";
        foreach (var (name, arn) in cluster.SecretArns)
        {
            values[$"secret_{name}"] = arn;
        }
    }

    private void AddComponent(Component component, PublishedImage? image, ClusterOutputs cluster)
    {
        Add($"{component}_image", image?.Reference, $"--target=Publish-{component.Title}");
        Add($"{component}_log_group", cluster.LogGroups.GetValueOrDefault(component.Name));
        var size = TaskSizes.ForMemoryOptimisedLarge[component.Name];
        Add($"{component}_cpu", size.Cpu);
        Add($"{component}_memory_reservation", size.MemoryReservation);
        Add($"{component}_memory_limit", size.MemoryLimit);
    }

    private void AddService(StackService service, ClusterOutputs cluster)
    {
        Add($"{service}_task_role_arn", cluster.TaskRoleArns.GetValueOrDefault(service.Name));
        Add($"{service}_execution_role_arn", cluster.ExecutionRoleArns.GetValueOrDefault(service.Name));
        Add($"{service}_security_group", cluster.SecurityGroupIds.GetValueOrDefault(service.Name));
        var registry = cluster.ServiceRegistries.GetValueOrDefault(service.Name);
        Add($"{service}_discovery_namespace", registry?.NamespaceName);
        Add($"{service}_discovery_name", registry?.Name);
        Add($"{service}_dns_name", registry?.DnsName);
        if (service == StackService.InfluxDb)
        {
            Add("influxdb_url", registry is null ? null : $"http://{registry.DnsName}:8086");
        }
    }

    private void Add(string placeholder, int value) => values[placeholder] = value.ToString(CultureInfo.InvariantCulture);

    private void Add(string placeholder, string? value, string origin = "--target=Apply-Infrastructure")
    {
        if (value is null)
        {
            missing[placeholder] = $"it comes from {origin}";
        }
        else
        {
            values[placeholder] = value;
        }
    }
}

/// <summary>What one container gets of its instance.</summary>
/// <param name="Cpu">CPU units, 1024 for one vCPU; a share, not a limit.</param>
/// <param name="MemoryReservation">MiB that ECS sets aside when it places the task.</param>
/// <param name="MemoryLimit">MiB beyond which the kernel ends the container.</param>
public sealed record TaskSize(int Cpu, int MemoryReservation, int MemoryLimit);

/// <summary>Sizes of the four containers.</summary>
public static class TaskSizes
{
    /// <summary>Component → size, for an r5.large (2 vCPU, 16 GiB). With every container at its limit, 2 GiB are left for the agent and
    /// the system, so that none of them can take another one's memory.</summary>
    public static IReadOnlyDictionary<string, TaskSize> ForMemoryOptimisedLarge { get; } = new Dictionary<string, TaskSize>
    {
        [Component.InfluxDb.Name] = new(Cpu: 1024, MemoryReservation: 8192, MemoryLimit: 12288),
        [Component.Telegraf.Name] = new(Cpu: 128, MemoryReservation: 128, MemoryLimit: 512),
        [Component.Kapacitor.Name] = new(Cpu: 256, MemoryReservation: 256, MemoryLimit: 1024),
        [Component.Chronograf.Name] = new(Cpu: 128, MemoryReservation: 128, MemoryLimit: 512),
    };
}
