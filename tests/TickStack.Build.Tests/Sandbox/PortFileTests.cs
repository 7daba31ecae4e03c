using System.Net;
using System.Net.Sockets;
using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public sealed class PortFileTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly PortFile file;

    public PortFileTests()
    {
        var folder = SandboxFolder.Of(root.Path);
        folder.Make();
        file = new PortFile(folder);
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void Nothing_is_chosen_at_first() => file.Read().ShouldBeNull();

    [Fact]
    public void Two_different_ports_are_chosen_and_kept()
    {
        var chosen = file.Choose(emulatorRuns: false, registryRuns: false);

        chosen.Emulator.ShouldNotBe(chosen.Registry);
        file.Choose(emulatorRuns: false, registryRuns: false).ShouldBe(chosen);
        file.Read().ShouldBe(chosen);
    }

    [Fact]
    public void A_port_that_a_stranger_took_is_replaced_and_the_other_one_kept()
    {
        var chosen = file.Choose(emulatorRuns: false, registryRuns: false);
        using var stranger = Listen(chosen.Emulator);

        var again = file.Choose(emulatorRuns: false, registryRuns: false);

        again.Emulator.ShouldNotBe(chosen.Emulator);
        again.Registry.ShouldBe(chosen.Registry);
    }

    [Fact]
    public void A_port_that_our_own_part_listens_on_is_kept()
    {
        var chosen = file.Choose(emulatorRuns: false, registryRuns: false);
        using var ours = Listen(chosen.Registry);

        file.Choose(emulatorRuns: false, registryRuns: true).ShouldBe(chosen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"emula")]
    [InlineData("{}")]
    [InlineData("[20000]")]
    [InlineData("""{ "emulator": 0, "registry": 20001 }""")]
    [InlineData("""{ "emulator": 20001, "registry": 99999 }""")]
    public void A_file_that_is_not_what_was_written_is_no_choice(string text)
    {
        root.Write(".sandbox/ports.json", text);
        file.Read().ShouldBeNull();

        file.Choose(emulatorRuns: false, registryRuns: false).ShouldBe(file.Read());
    }

    [Fact]
    public void A_folder_in_its_place_is_no_choice()
    {
        root.Write(".sandbox/ports.json/file");

        file.Choose(emulatorRuns: false, registryRuns: false).ShouldBe(file.Read());
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }
}
