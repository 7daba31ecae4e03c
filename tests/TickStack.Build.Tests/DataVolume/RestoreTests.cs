using NSubstitute;
using TickStack.Build.DataVolume;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Failures;

namespace TickStack.Build.Tests.DataVolume;

public sealed class RestoreTests : IDisposable
{
    private readonly RestoreWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task The_services_stop_before_the_volume_is_exchanged_and_start_on_the_new_one()
    {
        await world.RestoreAsync();

        world.Effects.ShouldBe(
        [
            "create", "scale 0",
            "tag vol-00000001 Project Backup", $"tag {RestoreWorld.Old} Name tickstack:replaced-by", $"untag {RestoreWorld.Old} Backup", "forget",
            "import", "apply",
            "scale 1", "tag vol-00000001 tickstack:restore",
        ]);
        ShouldBeRestored();
    }

    /// <summary>Ten effects; after the last one the restore is done.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_after_any_of_its_effects_it_is_finished_by_the_next_run(bool byName)
    {
        for (var lives = 1; lives < 10; lives++)
        {
            using var killed = new RestoreWorld();
            await killed.KilledAsync(lives);

            await killed.RestoreAsync(byName ? RestoreWorld.Snapshot.Id : null);
            ShouldBeRestored(killed);
        }
    }

    [Fact]
    public async Task Killed_a_second_time_while_it_finishes_it_is_finished_by_the_third()
    {
        for (var (first, second) = (1, 1); first < 10; (first, second) = second < 9 ? (first, second + 1) : (first + 1, 1))
        {
            using var killed = new RestoreWorld();
            await killed.KilledAsync(first);
            if (await killed.KilledAsync(second) && !IsDone(killed))
            {
                await killed.RestoreAsync();
            }

            ShouldBeRestored(killed);
        }
    }

    [Fact]
    public async Task Another_snapshot_waits_until_the_restore_that_was_cut_short_is_finished()
    {
        await world.KilledAsync(8);

        var refused = await Should.ThrowAsync<FailureException>(() => world.RestoreAsync("snap-00000002"));

        refused.Message.ShouldContain($"A restore of {RestoreWorld.Snapshot.Id} over {RestoreWorld.Old} was cut short.");
        refused.Problems[0].Remedy.ShouldBe($"Finish it first: --target=Restore --snapshot={RestoreWorld.Snapshot.Id}. Then restore snap-00000002.");
    }

    [Fact]
    public async Task A_newer_machine_image_comes_with_the_new_instance()
    {
        world.Pending = "aws_launch_template.this";

        await world.RestoreAsync();

        ShouldBeRestored();
    }

    [Fact]
    public async Task Any_other_change_that_is_not_applied_comes_first()
    {
        world.Pending = "aws_iam_role.task[\\\"tick\\\"]";

        var refused = await Should.ThrowAsync<FailureException>(() => world.RestoreAsync());

        refused.Message.ShouldContain(
            "terraform/cluster has changes that are not applied (aws_iam_role.task[\"tick\"]), and a restore applies nothing but its own. "
                + "Nothing was changed.");
        world.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_restore_replaces_the_first_ones_volume()
    {
        await world.RestoreAsync();
        await world.RestoreAsync();

        world.InState.ShouldBe("vol-00000002");
        world.Volumes.All.Count.ShouldBe(3);
        RestoreRecord.In(world.Volumes.All.Last().Tags)!.ReplacedId.ShouldBe("vol-00000001");
    }

    [Fact]
    public async Task While_a_restore_is_unfinished_a_deploy_starts_nothing()
    {
        await world.KilledAsync(3);
        var restore = new UnfinishedRestore(world.Volumes, SampleStack.Settings);

        var problem = (await restore.ProblemsAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        problem.Message.ShouldBe($"a restore of {RestoreWorld.Snapshot.Id} onto vol-00000001 has not ended");
        await world.RestoreAsync();
        (await restore.ProblemsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pending", 20, "metrics", "snap-0a1b2c3d is pending (43%). Nothing was changed.")]
    [InlineData("error", 20, "metrics", "snap-0a1b2c3d is error (43%). Nothing was changed.")]
    [InlineData("completed", 21, "metrics", "snap-0a1b2c3d is of 21 GiB, and infrastructure.dataVolumeSize is 20. Nothing was changed.")]
    [InlineData("completed", 20, "another", "snap-0a1b2c3d is not of this stack: its tag Project is 'another', and this is 'metrics'. Nothing was changed.")]
    public async Task A_snapshot_that_cannot_be_restored_is_refused_before_anything_happens(string state, int size, string owner, string message)
    {
        var tags = new Dictionary<string, string> { ["Project"] = owner, ["Name"] = "metrics-data" };
        var snapshot = RestoreWorld.Snapshot with { State = state, Size = size, Progress = "43%", Tags = tags };
        world.Snapshots.FindAsync(snapshot.Id, Arg.Any<CancellationToken>()).Returns(snapshot);

        (await Should.ThrowAsync<FailureException>(() => world.RestoreAsync(snapshot.Id))).Problems[0].Message.ShouldBe(message);

        world.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_latest_is_the_latest_that_is_complete()
    {
        var older = RestoreWorld.Snapshot with { Id = "snap-00000001", StartedAt = RestoreWorld.Snapshot.StartedAt.AddDays(-1) };
        var pending = RestoreWorld.Snapshot with { Id = "snap-00000003", StartedAt = RestoreWorld.Snapshot.StartedAt.AddDays(1), State = "pending" };
        world.Snapshots.FindAsync("Project", "metrics", Arg.Any<CancellationToken>()).Returns([older, pending, RestoreWorld.Snapshot]);

        await world.RestoreAsync();

        ShouldBeRestored();
    }

    [Fact]
    public async Task A_later_snapshot_of_another_of_the_stacks_volumes_is_not_the_latest()
    {
        var tags = new Dictionary<string, string> { ["Project"] = "metrics", ["Name"] = "metrics-ecs" };
        var root = RestoreWorld.Snapshot with { Id = "snap-00000004", StartedAt = RestoreWorld.Snapshot.StartedAt.AddDays(1), Tags = tags };
        world.Snapshots.FindAsync("Project", "metrics", Arg.Any<CancellationToken>()).Returns([root, RestoreWorld.Snapshot]);

        await world.RestoreAsync();

        ShouldBeRestored();
    }

    [Fact]
    public async Task Without_a_snapshot_nothing_is_restored()
    {
        world.Snapshots.FindAsync("Project", "metrics", Arg.Any<CancellationToken>())
            .Returns([RestoreWorld.Snapshot with { State = "pending", Progress = "7%" }]);

        (await Should.ThrowAsync<FailureException>(() => world.RestoreAsync())).Message
            .ShouldContain(
                "there is no complete snapshot with the tags Project = metrics and Name = metrics-data; snap-0a1b2c3d is pending (7%). Nothing was changed.");
    }

    private static bool IsDone(RestoreWorld world) => world.Volumes.All.Any(volume => RestoreRecord.In(volume.Tags)?.DoneAt is not null);

    private void ShouldBeRestored() => ShouldBeRestored(world);

    private static void ShouldBeRestored(RestoreWorld world)
    {
        world.Database.ShouldBe(RestoreWorld.Snapshot.Id);
        world.Volumes.All.Count.ShouldBe(2);
        var old = world.Volumes.All.Single(volume => volume.Id == RestoreWorld.Old);
        var made = world.Volumes.All.Single(volume => volume.Id != RestoreWorld.Old);
        (world.InState, made.HolderId).ShouldBe((made.Id, "i-2"));
        (old.State, world.Volumes.ContentOf(old.Id)).ShouldBe(("available", "everything"));
        old.Tags.Keys.ShouldBe(["Project", "Name", VolumeReplacement.ReplacedTag]);
        made.Tags[StackVolume.BackupTag].ShouldBe("metrics");
        RestoreRecord.In(made.Tags)!.DoneAt.ShouldNotBeNull();
    }
}
