using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class InstanceRefreshTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsCluster cluster = null!;
    private JsonNode first = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = new EcsCluster(fixture.Emulator, name);
        await cluster.CreateAsync("r5.large");
        first = await cluster.InstanceAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_refresh_replaces_an_instance_of_an_older_launch_template_version()
    {
        await cluster.ChangeAsync("r5.xlarge");
        (await TypeAndVersionAsync()).ShouldBe(("r5.large", "1"));

        await cluster.RefreshAsync();

        (await cluster.InstanceAsync())["ec2InstanceId"]!.ToString().ShouldNotBe(first["ec2InstanceId"]!.ToString());
        (await TypeAndVersionAsync()).ShouldBe(("r5.xlarge", "2"));
        (await StatusAsync()).ShouldBe("Successful");
    }

    [Fact]
    public async Task A_refresh_that_skips_what_matches_leaves_a_current_instance()
    {
        await cluster.RefreshAsync();

        (await cluster.InstanceAsync())["ec2InstanceId"]!.ToString().ShouldBe(first["ec2InstanceId"]!.ToString());
        (await StatusAsync()).ShouldBe("Successful");
    }

    [Fact]
    public async Task A_refresh_that_skips_nothing_replaces_a_current_instance_too()
    {
        await cluster.RefreshAsync(skipMatching: false);

        (await cluster.InstanceAsync())["ec2InstanceId"]!.ToString().ShouldNotBe(first["ec2InstanceId"]!.ToString());
    }

    private async Task<(string Type, string Version)> TypeAndVersionAsync()
    {
        var answer = await fixture.Emulator.QueryAsync("autoscaling", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", name));
        var instance = answer.Descendants().First(each => each.Name.LocalName == "Instances").Elements().ShouldHaveSingleItem();
        return (Value("InstanceType"), Value("Version"));

        string Value(string element) => instance.Descendants().First(each => each.Name.LocalName == element).Value;
    }

    private async Task<string> StatusAsync()
    {
        var answer = await fixture.Emulator.QueryAsync("autoscaling", "DescribeInstanceRefreshes", ("AutoScalingGroupName", name));
        return answer.Descendants().Single(each => each.Name.LocalName == "Status").Value;
    }
}
