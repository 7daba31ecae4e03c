using TickStack.Build.Ecs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>Tags say what runs: they follow a rollout that completed, and never start one.</summary>
public sealed class ServiceTagsTests : DeployerTest
{
    private static readonly ServiceRollout Tagged = new() { Tags = Tags(("telegraf", "1.39-a")), Origin = Tags(("Revision", "abc")) };

    [Fact]
    public async Task A_new_service_is_created_with_its_tags()
    {
        await DeployedAsync(Desired.Service() with { Rollout = Tagged });

        Ecs.Live!.Tags!.Select(tag => $"{tag.Key}={tag.Value}").ShouldBe(["Revision=abc", "telegraf=1.39-a"]);
    }

    [Fact]
    public async Task Another_tag_is_set_without_an_update()
    {
        await DeployedAsync(Desired.Service() with { Rollout = Tagged });
        Ecs.Live!.Tags!.Add(new() { Key = "theirs", Value = "stays" });
        var outcome = await DeployAsync(Desired.Service() with { Rollout = Tagged with { Tags = Tags(("telegraf", "1.39-b")) } });

        outcome.Action.ShouldBe(DeployAction.Updated);
        outcome.Differences.ShouldHaveSingleItem().ToString().ShouldBe("""tags: {"telegraf":"1.39-a"} → {"telegraf":"1.39-b"}""");
        Ecs.Operations.ShouldBe(["DescribeServices", "DescribeTaskDefinition", "TagResource"]);
        Ecs.Live.Tags!.Single(tag => tag.Key == "theirs").Value.ShouldBe("stays");
    }

    [Fact]
    public async Task Another_origin_alone_is_no_change()
    {
        await DeployedAsync(Desired.Service() with { Rollout = Tagged });
        var outcome = await DeployAsync(Desired.Service() with { Rollout = Tagged with { Origin = Tags(("Revision", "def")) } });

        outcome.Action.ShouldBe(DeployAction.Unchanged);
        Ecs.Operations.ShouldNotContain("TagResource");
    }

    [Fact]
    public async Task The_origin_follows_a_rollout_that_completed()
    {
        await DeployedAsync(Desired.Service() with { Rollout = Tagged });
        Ecs.At(1, FakeEcs.Complete);
        await DeployAsync(Desired.Service("registry/tick@sha256:9") with { Rollout = Tagged with { Origin = Tags(("Revision", "def")) } });

        Ecs.Live!.Tags!.Single(tag => tag.Key == "Revision").Value.ShouldBe("def");
        Ecs.Operations.Last().ShouldBe("TagResource");
    }

    [Fact]
    public async Task A_rollout_that_fails_leaves_the_tags_of_what_ran_before()
    {
        await DeployedAsync(Desired.Service() with { Rollout = Tagged });
        Ecs.At(1, service => FakeEcs.Primary(service).RolloutState = Amazon.ECS.DeploymentRolloutState.FAILED);
        await FailureAsync(Desired.Service("registry/tick@sha256:9") with { Rollout = Tagged with { Tags = Tags(("telegraf", "1.39-b")) } });

        Ecs.Live!.Tags!.Single(tag => tag.Key == "telegraf").Value.ShouldBe("1.39-a");
    }

    private static Dictionary<string, string> Tags(params IEnumerable<(string Key, string Value)> tags) => tags.ToDictionary(tag => tag.Key, tag => tag.Value);
}
