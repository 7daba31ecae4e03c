using TickStack.Build.Images;

namespace TickStack.Build.Manifests.Rendering;

/// <summary>Sizes of the four containers.</summary>
public static class TaskSizes
{
    /// <summary>Component → size, for an r5.large (2 vCPU, 16 GiB). Both tasks fit beside each other with a GiB left for the agent and the system even when every
    /// container is at its limit, so that none of them can take another one's memory.</summary>
    public static IReadOnlyDictionary<string, TaskSize> ForMemoryOptimisedLarge { get; } = new Dictionary<string, TaskSize>
    {
        [Component.InfluxDb.Name] = new(Cpu: 1024, MemoryReservation: 8192, MemoryLimit: 12288),
        [Component.Telegraf.Name] = new(Cpu: 128, MemoryReservation: 128, MemoryLimit: 512),
        [Component.Kapacitor.Name] = new(Cpu: 256, MemoryReservation: 256, MemoryLimit: 1024),
        [Component.Chronograf.Name] = new(Cpu: 128, MemoryReservation: 128, MemoryLimit: 512),
    };
}
