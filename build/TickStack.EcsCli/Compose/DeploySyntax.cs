namespace TickStack.EcsCli.Compose;

/// <summary>deploy: what ECS can honour of it. Every other key is refused rather than skipped, since it changes how the service runs.</summary>
internal static class DeploySyntax
{
    private const int UnitsPerCpu = 1024;

    public static ComposeService Read(ComposeService service, DocumentValue value)
    {
        var deploy = value.Mapping();
        if (deploy.Optional("mode") is { } mode && mode.Choice("replicated", "global") == "global")
        {
            mode.Problem("the compose file cannot ask for a task on each instance", "leave it out, and make it a DAEMON service");
        }

        if (deploy.Optional("replicas") is { } replicas && replicas.WholeNumber(0) is { } count)
        {
            service = service with { Replicas = new Located<int>(count, replicas.Location) };
        }

        if (deploy.Optional("resources")?.Mapping() is { } resources)
        {
            service = Resources(service, resources);
        }

        deploy.Done();
        return service;
    }

    private static ComposeService Resources(ComposeService service, MappingReader resources)
    {
        var limits = resources.Optional("limits")?.Mapping();
        var reservations = resources.Optional("reservations")?.Mapping();
        var limit = Unless(service.MemoryLimit is not null, "mem_limit", limits?.Optional("memory"));
        var reservation = Unless(service.MemoryReservation is not null, "mem_reservation", reservations?.Optional("memory"));
        var cpus = Unless(service.CpuShares is not null, "cpu_shares", reservations?.Optional("cpus"));
        service = service with
        {
            MemoryLimit = service.MemoryLimit ?? Memory(limit),
            SoftReservation = Memory(reservation),
            CpuShares = service.CpuShares ?? Units(cpus),
        };
        limits?.Done();
        reservations?.Done();
        resources.Done();
        return service;
    }

    private static DocumentValue? Unless(bool isSaid, string key, DocumentValue? value)
    {
        if (isSaid)
        {
            value?.Problem($"{key} says the same", "keep one of them");
        }

        return isSaid ? null : value;
    }

    private static Located<int>? Memory(DocumentValue? value) =>
        value?.Mebibytes(MemorySize.ContainerMinimum) is { } mebibytes ? new Located<int>(mebibytes, value.Location) : null;

    private static int? Units(DocumentValue? value)
    {
        if (value is null)
        {
            return null;
        }

        if (decimal.TryParse(value.Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cpus) && cpus < int.MaxValue / UnitsPerCpu)
        {
            return (int)(cpus * UnitsPerCpu);
        }

        value.MustBe("a number of CPUs, such as '0.5'");
        return null;
    }
}
