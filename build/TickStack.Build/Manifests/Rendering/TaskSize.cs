namespace TickStack.Build.Manifests.Rendering;

/// <summary>What one container gets of its instance.</summary>
/// <param name="Cpu">CPU units, 1024 for one vCPU; a share, not a limit.</param>
/// <param name="MemoryReservation">MiB that ECS sets aside when it places the task.</param>
/// <param name="MemoryLimit">MiB beyond which the kernel ends the container.</param>
public sealed record TaskSize(int Cpu, int MemoryReservation, int MemoryLimit);
