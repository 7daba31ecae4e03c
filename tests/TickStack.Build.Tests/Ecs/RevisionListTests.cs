using Amazon.ECS;
using TickStack.Build.Ecs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

public sealed class RevisionListTests : OperationTest
{
    private RevisionList Revisions => new(Ecs, News, Time.Clock);

    [Fact]
    public async Task Revisions_are_listed_newest_first_with_what_needs_them()
    {
        await DeployedTimesAsync(4);
        Ecs.RunningTasks.Add(new() { TaskArn = "task/1", TaskDefinitionArn = Ecs.Revisions[0].TaskDefinitionArn });
        var list = await Revisions.ReadAsync("stack", "stack-tick", Cancel);

        list.Select(revision => $"{revision.Name} {revision.Use}")
            .ShouldBe(["stack-tick:4 runs", "stack-tick:3 a rollback goes there", "stack-tick:2 ", "stack-tick:1 a task of it runs"]);
    }

    [Theory]
    [InlineData(1, new[] { 1, 2, 3, 4 })]
    [InlineData(3, new[] { 1, 2, 3 })]
    [InlineData(10, new int[0])]
    public async Task Cleaning_keeps_the_newest_and_never_deregisters_one_in_use(int keep, int[] gone)
    {
        await DeployedTimesAsync(6);
        await Revisions.CleanAsync("stack", "stack-tick", keep, Cancel);

        Inactive().ShouldBe(gone.Select(number => $"stack-tick:{number}"));
    }

    [Fact]
    public async Task After_going_far_back_what_runs_and_what_lies_before_it_stay()
    {
        await DeployedTimesAsync(6);
        Ecs.At(1, FakeEcs.Complete);
        await RollBackAsync("3");
        await Revisions.CleanAsync("stack", "stack-tick", 1, Cancel);

        Inactive().ShouldBe(["stack-tick:1", "stack-tick:4", "stack-tick:5"]);
    }

    [Fact]
    public async Task A_family_whose_name_only_begins_alike_is_not_touched()
    {
        await DeployedTimesAsync(3);
        var other = Desired.TaskDefinition();
        other.Family = "stack-tick-two";
        await Ecs.RegisterTaskDefinitionAsync(other, Cancel);
        await Revisions.CleanAsync("stack", "stack-tick", 1, Cancel);

        Ecs.Revisions.Single(revision => revision.Family == "stack-tick-two").Status.ShouldBe(TaskDefinitionStatus.ACTIVE);
        Inactive().ShouldBe(["stack-tick:1"]);
    }

    private IEnumerable<string> Inactive() =>
        Ecs.Revisions.Where(revision => revision.Status == TaskDefinitionStatus.INACTIVE).Select(revision => $"{revision.Family}:{revision.Revision}");
}
