namespace TickStack.Build.Manifests.Rendering;

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
