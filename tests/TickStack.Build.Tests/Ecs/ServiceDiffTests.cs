using TickStack.Build.Ecs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

public sealed class ServiceDiffTests : DeployerTest
{
    [Fact]
    public async Task A_fresh_deploy_shows_no_difference()
    {
        await DeployedAsync();

        (await DiffAsync(Desired.Service())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_image_and_another_security_group_are_a_hunk_each()
    {
        await DeployedAsync();
        var diff = await DiffAsync(Desired.Service("registry/tick@sha256:9") with { NetworkConfiguration = Desired.Network("sg-2") });

        diff.ShouldStartWith("--- stack-tick (live, stack-tick:1)");
        diff.ShouldContain("+++ stack-tick (desired, a new revision)");
        diff.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line is ['+' or '-', ' ', ..])
            .Select(line => line[0] + line[1..].TrimStart()).ShouldBe(
        [
            "-\"sg-1\"", "+\"sg-2\"", "-\"image\": \"registry/tick@sha256:1\",", "+\"image\": \"registry/tick@sha256:9\",",
        ]);
    }

    [Fact]
    public async Task A_service_that_is_not_there_shows_all_of_what_would_be_made()
    {
        var diff = await DiffAsync(Desired.Service());

        diff.ShouldStartWith("--- stack-tick (does not exist)");
        diff.Split('\n').Skip(3).ShouldAllBe(line => line.StartsWith('+'));
    }

    [Fact]
    public async Task Comparing_changes_nothing()
    {
        await DeployedAsync();
        await DiffAsync(Desired.Service("registry/tick@sha256:9"));

        Ecs.Operations.ShouldBe(["DescribeServices", "DescribeTaskDefinition"]);
    }

    [Fact]
    public async Task What_someone_put_into_a_variable_named_password_is_not_shown()
    {
        await DeployedAsync(With("INFLUXDB_PASSWORD", "hunter2"));
        var diff = await DiffAsync(With("INFLUXDB_PASSWORD", "hunter3"));

        diff.ShouldNotContain("hunter");
        diff.ShouldContain("+            \"value\": \"(hidden, another value)\"");
    }

    [Fact]
    public async Task A_hidden_value_that_is_gone_shows_as_gone()
    {
        await DeployedAsync(With("API_TOKEN", "hunter2"));
        var diff = await DiffAsync(Desired.Service());

        diff.ShouldContain("API_TOKEN");
        diff.ShouldNotContain("hunter");
    }

    private static DesiredService With(string name, string value)
    {
        var desired = Desired.Service();
        desired.TaskDefinition.ContainerDefinitions![0].Environment!.Add(new() { Name = name, Value = value });
        return desired;
    }

    private async Task<string> DiffAsync(DesiredService desired) =>
        ServiceDiff.Of(await Time.RunAsync(() => Deployers.Of(Ecs, News, Time).PlanAsync(desired, TestContext.Current.CancellationToken)));
}
