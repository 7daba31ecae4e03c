using TickStack.Build.Ecs;

namespace TickStack.Build.Tests.Ecs;

public class HostRoomTests
{
    private static readonly HostRoom Host = HostRoom.Of(Hosts.Instance(cpu: 1024, memory: 2000, ports: ["22", "8086"]), interfaces: 1);

    [Fact]
    public void What_fits_lacks_nothing() => Host.Shortfall(new(1024, 2000, new HashSet<string>(), 1)).ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_missing_is_named() =>
        Host.Shortfall(new(2048, 3000, new HashSet<string> { "8086/tcp", "9000/tcp" }, 2)).ShouldBe(
        [
            "needs 2048 CPU units, 1024 are free", "needs 3000 MiB of memory, 2000 are free", "needs 2 network interfaces, 1 are free",
            "port 8086/tcp is taken",
        ]);

    [Fact]
    public void A_task_that_ends_first_gives_back_what_it_takes() =>
        Host.After(new(1024, 1000, new HashSet<string> { "8086/tcp" }, 1)).Shortfall(new(2048, 3000, new HashSet<string> { "8086/tcp" }, 2)).ShouldBeEmpty();

    [Fact]
    public void With_trunking_interfaces_do_not_run_out() =>
        HostRoom.Of(Hosts.Instance(cpu: 1024, memory: 2000, trunk: true), interfaces: 0).Shortfall(new(1, 1, new HashSet<string>(), 1)).ShouldBeEmpty();

    [Fact]
    public void An_instance_is_named_with_its_type() => Host.Name.ShouldBe("i-0a1b (r5.large)");
}
