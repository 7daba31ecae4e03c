using TickStack.Build.Documents;
using TickStack.Build.Manifests.Compose;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

/// <summary>Memory of a container in MiB. What ecs-params says counts over what compose says.</summary>
internal sealed record ContainerMemory(int? Limit, int? Reservation)
{
    /// <summary>What a container gets when neither it nor its task has a size; ECS demands one.</summary>
    private const int Default = 512;

    public static ContainerMemory Of(ComposeService service, ServiceParams serviceParams, int? taskMemory, ProblemLog problems)
    {
        var reservation = serviceParams.MemoryReservation ?? service.MemoryReservation ?? service.SoftReservation;
        // mem_reservation of compose is the limit too, as docker-compose has it; that of ecs-params and of deploy is not.
        var limit = serviceParams.MemoryLimit ?? service.MemoryLimit ?? (serviceParams.MemoryReservation is null ? service.MemoryReservation : null);
        if (limit is not null && reservation is not null && limit.Value < reservation.Value)
        {
            problems.Add(
                $"'{service.Name}' is limited to {limit.Value} MiB but reserves {reservation.Value} MiB",
                "the limit must be at least the reservation",
                limit.Location);
        }

        if ((limit ?? reservation) is { } own && own.Value > taskMemory)
        {
            problems.Add(
                $"'{service.Name}' may use {own.Value} MiB, but its task has {taskMemory} MiB",
                "raise task_size.mem_limit, or lower the container's",
                own.Location);
        }

        var needsDefault = limit is null && reservation is null && taskMemory is null;
        return new ContainerMemory(needsDefault ? Default : limit?.Value, reservation?.Value);
    }
}
