using System.Text.Json;
using TickStack.Build.Stack;

namespace TickStack.Sandbox.Tests.Images;

[Collection(ImagesCollection.Name)]
[Trait("Category", "Sandbox")]
public sealed class ImageTests(BuiltImages images)
{
    // An attempt every 50 ms: a minute.
    private const int Attempts = 1200;

    public static TheoryData<string> Components { get; } = new(Component.All.Select(component => component.Name));

    [Theory]
    [MemberData(nameof(Components))]
    public async Task What_it_is_and_where_it_comes_from_stands_in_its_labels(string component)
    {
        var labels = JsonDocument.Parse(await images.Docker.RunAsync("inspect", "--format", "{{json .Config.Labels}}", images.Image(component))).RootElement;

        labels.GetProperty("org.opencontainers.image.title").GetString().ShouldStartWith("TickStack ");
        labels.GetProperty("org.opencontainers.image.revision").GetString().ShouldBe("0123abc");
        labels.GetProperty("org.opencontainers.image.base.name").GetString().ShouldBe(images.Base(component));
        labels.GetProperty("tickstack.environment").GetString().ShouldBe("test");
        labels.GetProperty("tickstack.stand-in").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Environment_and_buckets_are_baked_in_and_secrets_are_not(string component)
    {
        var environment = await images.Docker.RunAsync("inspect", "--format", "{{json .Config.Env}}", images.Image(component));
        var history = await images.Docker.RunAsync("history", "--no-trunc", "--format", "{{.CreatedBy}}", images.Image(component));

        environment.ShouldContain("\"ENVIRONMENT=test\"");
        environment.ShouldContain("\"BACKUP_BUCKET=backups-of-test\"");
        environment.ShouldContain("\"LOGS_BUCKET=logs-of-test\"");
        $"{environment}{history}".ShouldNotContain("PASSWORD");
    }

    [Theory]
    [InlineData("telegraf")]
    [InlineData("kapacitor")]
    [InlineData("chronograf")]
    public async Task The_health_check_follows_the_server(string component)
    {
        var id = await images.Docker.RunAsync("run", "--detach", images.Image(component));
        try
        {
            await UntilHealthyAsync(id);
            await images.Docker.RunAsync("stop", "--time", "20", id);
            (await images.Docker.RunAsync("inspect", "--format", "{{.State.ExitCode}}", id)).ShouldBe("0");
        }
        finally
        {
            await images.Docker.RunAsync("rm", "--force", "--volumes", id);
        }
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task The_health_check_fails_without_a_server(string component)
    {
        var check = await images.Docker.TryAsync("run", "--rm", "--entrypoint", "/usr/local/bin/healthcheck", images.Image(component));

        check.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("kapacitor")]
    [InlineData("chronograf")]
    public async Task A_fresh_volume_of_root_becomes_the_components_own(string component)
    {
        var owner = await images.Docker.RunAsync(
            "run", "--rm", "--mount", $"type=tmpfs,destination=/var/lib/{component},tmpfs-mode=0700",
            "--entrypoint", "/usr/local/bin/own-volume", images.Image(component), "stat", "-c", "%U", $"/var/lib/{component}");

        owner.ShouldBe(component);
    }

    [Theory]
    [InlineData("kapacitor")]
    [InlineData("chronograf")]
    public async Task A_volume_that_cannot_be_written_ends_the_start_with_a_remedy(string component)
    {
        var start = await images.Docker.TryAsync(
            "run", "--rm", "--user", "4711", "--mount", $"type=tmpfs,destination=/var/lib/{component},tmpfs-mode=0755", images.Image(component));

        start.ExitCode.ShouldBe(1);
        start.Error.ShouldContain($"/var/lib/{component} cannot be written by uid 4711: run \"chown -R 4711:0\"");
    }

    private async Task UntilHealthyAsync(string id)
    {
        for (var attempt = 0; !(await images.Docker.TryAsync("exec", id, "/usr/local/bin/healthcheck")).Succeeded; attempt++)
        {
            attempt.ShouldBeLessThan(Attempts);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
