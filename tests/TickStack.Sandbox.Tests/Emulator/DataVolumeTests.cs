using System.Globalization;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class DataVolumeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string FormattedTag = "tickstack:formatted";

    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private readonly EbsCalls ebs = new(fixture.Emulator);
    private EcsCluster cluster = null!;
    private string volume = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = new EcsCluster(fixture.Emulator, name);
        volume = await ebs.CreateVolumeAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_instance_that_boots_holds_its_volume_and_joins()
    {
        await StartAsync(volume);

        var instance = InstanceId(await cluster.InstanceAsync());
        (await ebs.StateAsync(volume)).ShouldBe(("in-use", instance, "/dev/sdf"));
        DateTime.TryParse(await ebs.TagAsync(volume, FormattedTag), CultureInfo.InvariantCulture, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_time_at_which_a_volume_was_formatted_stays()
    {
        await TagAsync("2026-01-01T00:00:00Z");

        await StartAsync(volume);

        (await ebs.TagAsync(volume, FormattedTag)).ShouldBe("2026-01-01T00:00:00Z");
    }

    [Fact]
    public async Task An_interrupted_format_is_done_again()
    {
        await TagAsync("begun");

        await StartAsync(volume);

        (await ebs.TagAsync(volume, FormattedTag)).ShouldNotBe("begun");
    }

    [Fact]
    public async Task An_instance_does_not_join_while_another_one_holds_its_volume()
    {
        var holder = await ebs.RunInstanceAsync();
        await ebs.AttachAsync(volume, holder);
        await StartAsync(volume);
        (await cluster.InstancesAsync()).ShouldBeEmpty();

        await ebs.TerminateAsync(holder);

        (await ebs.StateAsync(volume)).ShouldBe(("available", null, null));
        InstanceId(await cluster.InstanceAsync()).ShouldBe((await ebs.StateAsync(volume)).Instance);
    }

    [Fact]
    public async Task An_instance_does_not_join_without_its_volume_or_with_one_in_another_zone()
    {
        await StartAsync("vol-0123456789abcdef0");
        (await cluster.InstancesAsync()).ShouldBeEmpty();

        await cluster.ChangeAsync("r5.large", UserData(await ebs.CreateVolumeAsync(zone: "us-east-1b")));
        await cluster.RefreshAsync();

        (await cluster.InstancesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_volume_goes_with_a_refresh_to_the_replacement()
    {
        await StartAsync(volume);
        var first = InstanceId(await cluster.InstanceAsync());
        await cluster.ChangeAsync("r5.xlarge", UserData(volume));

        await cluster.RefreshAsync();

        var second = InstanceId(await cluster.InstanceAsync());
        second.ShouldNotBe(first);
        (await ebs.StateAsync(volume)).ShouldBe(("in-use", second, "/dev/sdf"));
    }

    [Fact]
    public async Task Another_volume_takes_the_place_of_one_that_is_available_then()
    {
        await StartAsync(volume);
        var other = await ebs.CreateVolumeAsync();
        await cluster.ChangeAsync("r5.large", UserData(other));

        await cluster.RefreshAsync();

        (await ebs.StateAsync(other)).Instance.ShouldBe(InstanceId(await cluster.InstanceAsync()));
        (await ebs.StateAsync(volume)).ShouldBe(("available", null, null));
    }

    private static string UserData(string volume) => $"#!/bin/bash\nexport VOLUME_ID={volume} REGION=us-east-1 CLUSTER=life\n";

    private static string InstanceId(JsonNode containerInstance) => (string)containerInstance["ec2InstanceId"]!;

    private Task StartAsync(string named) => cluster.CreateAsync("r5.large", userData: UserData(named));

    private async Task TagAsync(string value) =>
        await fixture.Emulator.QueryAsync("ec2", "CreateTags", ("ResourceId.1", volume), ("Tag.1.Key", FormattedTag), ("Tag.1.Value", value));
}
