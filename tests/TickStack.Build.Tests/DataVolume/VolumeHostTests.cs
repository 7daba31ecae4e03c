using Amazon.ECS.Model;
using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.DataVolume;
using TickStack.Build.Tests.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.DataVolume;

public sealed class VolumeHostTests : OperationTest
{
    private readonly IDataVolumes volumes = Substitute.For<IDataVolumes>();

    [Fact]
    public async Task Nothing_starts_until_the_new_instance_holds_the_volume_and_has_joined()
    {
        var looks = new Queue<(string? Holder, string[] Ready)>(
        [
            (null, ["i-old"]), (null, ["i-old"]), (null, []), ("i-new", []), ("i-new", ["i-new", "i-old"]), ("i-new", ["i-new"]),
        ]);
        volumes.FindAsync("vol-1", Arg.Any<CancellationToken>()).Returns(_ => Look(looks.Dequeue()));

        await WaitAsync();

        News.Lines.ShouldBe(["stack: i-old leaves the cluster", "stack: the next instance attaches vol-1", "stack: i-new joins the cluster",
            "stack: i-old leaves the cluster"]);
    }

    [Fact]
    public async Task After_half_an_hour_it_says_what_it_waited_for_in_vain()
    {
        volumes.FindAsync("vol-1", Arg.Any<CancellationToken>()).Returns(_ => Look((null, [])));

        var late = await Should.ThrowAsync<FailureException>(WaitAsync);

        late.Problems[0].Message.ShouldBe("stack: the next instance attaches vol-1, for 30 minutes");
        late.ExitCode.ShouldBe(ExitCode.Unavailable);
    }

    private EbsVolume Look((string? Holder, string[] Ready) look)
    {
        Ecs.Instances.Clear();
        Ecs.Instances.AddRange(
            look.Ready.Select(id => new ContainerInstance { ContainerInstanceArn = $"arn/{id}", Ec2InstanceId = id, AgentConnected = true }));
        return new EbsVolume("vol-1", "in-use", null, look.Holder, new Dictionary<string, string>());
    }

    private Task WaitAsync() => Time.RunAsync(() => new VolumeHost(Ecs, volumes, News, Time.Clock).WaitAsync("stack", "vol-1", Cancel));
}
