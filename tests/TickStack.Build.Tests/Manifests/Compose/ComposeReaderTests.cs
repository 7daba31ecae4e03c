using TickStack.Build.Errors;
using TickStack.Build.Manifests.Compose;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Tests.Manifests.Compose;

public class ComposeReaderTests
{
    [Theory]
    [InlineData("web: {image: a}", ComposeVersions.One)]
    [InlineData("version: '1'\nweb: {image: a}", ComposeVersions.One)]
    [InlineData("version: '2'\nservices: {web: {image: a}}", ComposeVersions.Two)]
    [InlineData("version: '3'\nservices: {web: {image: a}}", ComposeVersions.Three)]
    [InlineData("version: 3\nservices: {web: {image: a}}", ComposeVersions.Three)]
    [InlineData("version: '3.0'\nservices: {web: {image: a}}", ComposeVersions.Three)]
    [InlineData("services: {web: {image: a}}", ComposeVersions.Three)]
    public void Every_version_is_read(string text, ComposeVersions expected)
    {
        var file = Reading.Compose(text);

        file.Version.ShouldBe(expected);
        file.Services.ShouldHaveSingleItem().Image.ShouldBe("a");
    }

    [Theory]
    [InlineData("'3.8'")]
    [InlineData("'2.1'")]
    [InlineData("4")]
    [InlineData("[3]")]
    public void Any_other_version_is_refused(string version) =>
        Reading.Problems(() => Reading.Compose($"version: {version}\nservices: {{web: {{image: a}}}}\n")).ShouldHaveSingleItem().ShouldStartWith("c.yml:1:10: version");

    [Fact]
    public void All_misspelt_keys_are_reported_with_the_nearest_one()
    {
        var failure = Should.Throw<FailureException>(() => Reading.Compose("version: '3'\nservices:\n  web:\n    imgae: a\n    volume: []\n  api:\n    image: b\n    port: []\nvolume: {}\n"));

        failure.Problems.Select(problem => $"{problem.Location} {problem.Remedy}").ShouldBe(
        [
            "c.yml:4:5 did you mean 'image'?",
            "c.yml:5:5 did you mean 'volumes'?",
            "c.yml:8:5 did you mean 'ports'?",
            "c.yml:9:1 did you mean 'volumes'?",
        ]);
    }

    [Theory]
    [InlineData("mem_limit: 512m", "3", "services.web.mem_limit is not a key of version 3")]
    [InlineData("cpu_shares: 10", "3", "services.web.cpu_shares is not a key of version 3")]
    [InlineData("volumes_from: [api]", "3", "services.web.volumes_from is not a key of version 3")]
    [InlineData("deploy: {replicas: 1}", "2", "services.web.deploy is not a key of version 2")]
    [InlineData("log_driver: syslog", "2", "services.web.log_driver is not a key of version 2")]
    public void A_key_of_another_version_says_so(string key, string version, string message) =>
        Reading.Problems(() => Reading.Service(key, version)).ShouldBe([$"c.yml:5:5: {message}"]);

    [Theory]
    [InlineData("build")]
    [InlineData("configs")]
    [InlineData("container_name")]
    [InlineData("depends_on")]
    [InlineData("expose")]
    [InlineData("init")]
    [InlineData("network_mode")]
    [InlineData("networks")]
    [InlineData("restart")]
    [InlineData("secrets")]
    public void A_key_that_means_nothing_to_ecs_is_skipped_with_a_warning(string key)
    {
        var context = new ReadingContext();

        Reading.Service($"{key}: anything", "3", context);

        context.Warnings.Problems.ShouldHaveSingleItem().Message.ShouldBe($"services.web.{key} means nothing to ECS: it is skipped");
    }

    [Fact]
    public void Sections_for_anchors_belong_to_nobody() =>
        Reading.Compose("version: '3'\nx-log: &log {driver: syslog}\nservices: {web: {image: a, logging: *log, x-note: b}}\n").Services[0].Logging!.Driver.ShouldBe("syslog");

    [Fact]
    public void Services_are_ordered_by_name() =>
        Reading.Compose("services: {b: {image: a}, c: {image: a}, a: {image: a}}").Services.Select(service => service.Name).ShouldBe(["a", "b", "c"]);

    [Theory]
    [InlineData("version: '3'\n", "c.yml:1:1: services is missing")]
    [InlineData("version: '3'\nservices: {}\n", "c.yml:2:11: services: there is no service")]
    [InlineData("version: '3'\nservices: [web]\n", "c.yml:2:11: services: must be a mapping, but is a list")]
    [InlineData("version: '3'\nservices: {web: nginx}\n", "c.yml:2:17: services.web: must be a mapping, but is 'nginx'")]
    [InlineData("", "c.yml:1:1: must be a mapping, but is empty")]
    public void A_file_of_another_shape_is_refused(string text, string message) => Reading.Problems(() => Reading.Compose(text)).ShouldBe([message]);

    [Fact]
    public void The_problems_of_both_files_come_out_together() => Reading.Problems(() => Reading.Both("version: '3'\nservices: {web: {imgae: a}}\n", "version: 2\ntask: {}\n"))
        .Select(problem => problem[..5]).ShouldBe(["c.yml", "p.yml", "p.yml"]);
}
