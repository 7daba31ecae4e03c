using Amazon.ECS;
using Amazon.ECS.Model;
using CsCheck;
using TickStack.Build.Ecs;

namespace TickStack.Build.Tests.Ecs;

public class TaskDefinitionFormTests
{
    private static readonly NetworkMode?[] Modes = [null, NetworkMode.Awsvpc, NetworkMode.Host, NetworkMode.Bridge];

    private static readonly Gen<string> Word = Gen.String[Gen.Char["abcXYZ-_/"], 1, 8];

    private static readonly Gen<ContainerDefinition> Container = Gen.Select(
        Word, Word.Dictionary(Word)[0, 4], Gen.Int[1, 65535].HashSet[0, 3], Gen.Bool.Nullable(), Gen.Int[2, 60].Nullable(), Gen.Int[0, 512].Nullable(),
        (image, environment, ports, essential, interval, cpu) => new ContainerDefinition
        {
            Image = image,
            Essential = essential,
            Cpu = cpu,
            Environment = [.. environment.Select(pair => new Amazon.ECS.Model.KeyValuePair { Name = pair.Key, Value = pair.Value })],
            PortMappings = ports.Count == 0 ? null : [.. ports.Select(port => new PortMapping { ContainerPort = port })],
            HealthCheck = interval is null ? null : new() { Command = ["CMD", "x"], Interval = interval },
            DockerLabels = environment.ToDictionary(pair => pair.Key, _ => ""),
        });

    private static readonly Gen<RegisterTaskDefinitionRequest> Request = Gen.Select(
        Container.List[1, 4], Gen.Int[0, Modes.Length - 1].Select(index => Modes[index]),
        (containers, mode) => new RegisterTaskDefinitionRequest { Family = "f", NetworkMode = mode, ContainerDefinitions = Named(containers) });

    [Fact]
    public void What_ECS_returns_for_a_request_is_the_same_as_the_request() =>
        Request.Sample(request => TaskDefinitionForm.Same(request, Registered.From(request, 1)));

    [Fact]
    public void The_order_of_containers_and_of_their_environment_means_nothing() =>
        Request.Sample(request =>
        {
            var live = Registered.From(request, 1);
            live.ContainerDefinitions!.Reverse();
            live.ContainerDefinitions.ForEach(container => container.Environment!.Reverse());
            return TaskDefinitionForm.Same(request, live);
        });

    [Fact]
    public void Any_other_value_of_a_variable_is_a_difference() =>
        Gen.Select(Request, Word).Sample((request, value) =>
        {
            var live = Registered.From(request, 1);
            live.ContainerDefinitions![0].Environment!.Add(new() { Name = "added", Value = value });
            return !TaskDefinitionForm.Same(request, live);
        });

    [Fact]
    public void Any_other_image_is_a_difference() =>
        Request.Sample(request =>
        {
            var live = Registered.From(request, 1);
            live.ContainerDefinitions![0].Image += "x";
            return !TaskDefinitionForm.Same(request, live);
        });

    [Fact]
    public void The_stacks_own_definition_comes_back_the_same() =>
        TaskDefinitionForm.Same(Desired.TaskDefinition(), Registered.From(Desired.TaskDefinition(), 7)).ShouldBeTrue();

    [Fact]
    public void Arguments_keep_their_order() => Differs(container => container.Command = ["a", "b"], container => container.Command = ["b", "a"]);

    [Fact]
    public void An_empty_label_is_not_the_same_as_none() =>
        Differs(container => container.DockerLabels = new() { ["a"] = "" }, container => container.DockerLabels = []);

    [Fact]
    public void A_switch_that_is_off_is_the_same_as_none() => SameAs(container => container.Privileged = false, _ => { });

    [Fact]
    public void A_switch_that_is_on_is_a_difference() => Differs(container => container.ReadonlyRootFilesystem = true, _ => { });

    [Fact]
    public void A_container_that_is_not_essential_is_a_difference() =>
        Differs(container => container.Essential = false, container => container.Essential = true);

    [Fact]
    public void Empty_parts_are_the_same_as_none() =>
        SameAs(container => (container.Links, container.LinuxParameters) = ([], new() { Capabilities = new(), Devices = [] }), _ => { });

    [Fact]
    public void Host_ports_matter_where_the_network_is_shared()
    {
        static RegisterTaskDefinitionRequest With(NetworkMode mode, int port) => new()
        {
            Family = "f",
            NetworkMode = mode,
            ContainerDefinitions = [new() { Name = "a", PortMappings = [new() { ContainerPort = 80, HostPort = port }] }],
        };

        TaskDefinitionForm.Same(With(NetworkMode.Bridge, 80), Registered.From(With(NetworkMode.Bridge, 0), 1)).ShouldBeFalse();
        TaskDefinitionForm.Same(With(NetworkMode.Awsvpc, 80), Registered.From(With(NetworkMode.Awsvpc, 0), 1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1 vCPU", "1024", "2 GB", "2048")]
    [InlineData("0.5 vcpu", "512", "0.5GB", "512")]
    public void Sizes_are_the_same_in_either_unit(string cpu, string units, string memory, string mebibytes)
    {
        var wanted = new RegisterTaskDefinitionRequest { Family = "f", Cpu = cpu, Memory = memory };
        TaskDefinitionForm.Same(wanted, new TaskDefinition { Family = "f", Cpu = units, Memory = mebibytes }).ShouldBeTrue();
    }

    [Fact]
    public void Tags_are_not_compared() =>
        TaskDefinitionForm.Of(Desired.TaskDefinition()).ContainsKey("tags").ShouldBeFalse();

    private static void SameAs(Action<ContainerDefinition> wanted, Action<ContainerDefinition> live) => Compare(wanted, live).ShouldBeTrue();

    private static void Differs(Action<ContainerDefinition> wanted, Action<ContainerDefinition> live) => Compare(wanted, live).ShouldBeFalse();

    private static bool Compare(Action<ContainerDefinition> wanted, Action<ContainerDefinition> live) =>
        TaskDefinitionForm.Same(One(wanted), Registered.From(One(live), 1));

    private static RegisterTaskDefinitionRequest One(Action<ContainerDefinition> change)
    {
        var container = new ContainerDefinition { Name = "a", Image = "b" };
        change(container);
        return new() { Family = "f", ContainerDefinitions = [container] };
    }

    private static List<ContainerDefinition> Named(List<ContainerDefinition> containers)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            containers[i].Name = $"container-{i}";
        }

        return containers;
    }
}
