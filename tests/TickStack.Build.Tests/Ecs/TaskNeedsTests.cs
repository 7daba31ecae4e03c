using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;

namespace TickStack.Build.Tests.Ecs;

public class TaskNeedsTests
{
    [Fact]
    public void A_task_takes_its_containers_reservations_or_else_their_limits()
    {
        var needs = Needs(
            NetworkMode.Awsvpc, new() { Name = "a", Cpu = 128, MemoryReservation = 100, Memory = 500 }, new() { Name = "b", Cpu = 64, Memory = 200 });

        (needs.Cpu, needs.Memory, needs.Interfaces).ShouldBe((192, 300, 1));
    }

    [Fact]
    public void What_the_whole_task_is_given_counts_instead()
    {
        var needs = TaskNeeds.Of(TaskDefinitionForm.Of(
            new RegisterTaskDefinitionRequest { Family = "f", Cpu = "1 vCPU", Memory = "2 GB", ContainerDefinitions = [new() { Name = "a", Memory = 100 }] }));

        (needs.Cpu, needs.Memory, needs.Interfaces).ShouldBe((1024, 2048, 0));
    }

    [Theory]
    [InlineData("awsvpc", new string[0])]
    [InlineData("host", new[] { "53/udp", "8086/tcp" })]
    [InlineData("bridge", new[] { "53/udp", "80/tcp" })]
    public void Ports_of_the_host_are_taken_as_the_network_mode_has_it(string mode, string[] ports)
    {
        var needs = Needs(mode, new ContainerDefinition
        {
            Name = "a",
            Memory = 100,
            PortMappings = [new() { ContainerPort = 8086, HostPort = mode == "bridge" ? 80 : 8086 },
                new() { ContainerPort = 53, HostPort = 53, Protocol = TransportProtocol.Udp }],
        });

        needs.Ports.Order(StringComparer.Ordinal).ShouldBe(ports);
    }

    [Fact]
    public void A_port_that_ECS_chooses_is_none_in_particular() =>
        Needs(NetworkMode.Bridge, new ContainerDefinition { Name = "a", Memory = 100, PortMappings = [new() { ContainerPort = 8086 }] }).Ports.ShouldBeEmpty();

    private static TaskNeeds Needs(NetworkMode mode, params ContainerDefinition[] containers) =>
        TaskNeeds.Of(TaskDefinitionForm.Of(new RegisterTaskDefinitionRequest { Family = "f", NetworkMode = mode, ContainerDefinitions = [.. containers] }));
}
