using TickStack.EcsCli.Compose;
using TickStack.EcsCli.Format;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli.Compose;

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
        Reading.Problems(() => Reading.Compose($"version: {version}\nservices: {{web: {{image: a}}}}\n")).ShouldHaveSingleItem()
            .ShouldStartWith("c.yml:1:10: version");

    [Fact]
    public void All_misspelt_keys_are_reported_with_the_nearest_one()
    {
        var failure = Should.Throw<FailureException>(
            () => Reading.Compose("version: '3'\nservices:\n  web:\n    imgae: a\n    volume: []\n  api:\n    image: b\n    port: []\nvolume: {}\n"));

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
    [InlineData("extends: api", "3", "services.web.extends is not a key of version 3")]
    [InlineData("log_driver: syslog", "2", "services.web.log_driver is not a key of version 2")]
    public void A_key_of_another_version_says_so(string key, string version, string message) =>
        Reading.Problems(() => Reading.Service(key, version)).ShouldBe([$"c.yml:5:5: {message}"]);

    [Theory]
    [InlineData("stop_grace_period: 10s")]
    [InlineData("healthcheck: {disable: true}")]
    [InlineData("logging: {driver: syslog}")]
    [InlineData("sysctls: {a: 1}")]
    public void A_key_that_version_1_does_not_know_says_so(string key) =>
        Reading.Problems(() => Reading.Compose($"web:\n  image: a\n  {key}\n")).ShouldBe([$"c.yml:3:3: web.{key.Split(':')[0]} is not a key of version 1"]);

    [Fact]
    public void Version_1_has_its_own_keys_for_logs_and_memory()
    {
        var web = Reading.Compose(
            "web: {image: a, log_driver: syslog, log_opt: {tag: t}, mem_limit: 1g, shm_size: 64m, volumes: [\"data:/data\"]}").Services.Single();

        (web.Logging!.Driver, web.Logging.Options["tag"], web.MemoryLimit!.Value, web.SharedMemorySize).ShouldBe(("syslog", "t", 1024, 64));
    }

    [Theory]
    [InlineData("version: '2'\nservices: {web: {image: a, healthcheck: {test: x}, stop_grace_period: 90s, sysctls: {a: 1}, deploy: {replicas: 2}}}\n")]
    [InlineData("version: '3'\nservices: {web: {image: a, healthcheck: {test: x}, stop_grace_period: 90s, sysctls: {a: 1}, deploy: {replicas: 2}}}\n")]
    public void What_ecs_can_do_is_read_in_version_2_and_3_alike(string text)
    {
        var web = Reading.Compose(text).Services.Single();

        (web.HealthCheck!.Command![1], web.StopTimeout, web.KernelParameters["a"], web.Replicas!.Value).ShouldBe(("x", 90, "1", 2));
    }

    [Theory]
    [InlineData("networks")]
    [InlineData("secrets")]
    [InlineData("configs")]
    public void A_section_that_means_nothing_to_ecs_is_skipped_with_a_warning(string section)
    {
        var context = new ReadingContext();

        Reading.Compose($"version: '3'\nservices: {{web: {{image: a}}}}\n{section}: {{front: {{}}}}\n", context);

        context.Warnings.Problems.ShouldHaveSingleItem().ToString().ShouldBe($"c.yml:3:{section.Length + 3}: {section} means nothing to ECS: it is skipped");
    }

    [Fact]
    public void A_key_or_a_service_that_comes_twice_is_refused() => Reading.Problems(() => Reading.Compose("""
        version: '3'
        services:
          web: {image: a, tty: true, image: b}
          api: {image: a}
          api: {image: b}
        """)).Select(problem => problem[..10]).ShouldBe(["c.yml:3:30", "c.yml:5:3:"]);

    [Fact]
    public void Anchors_and_merge_keys_mean_what_stands_behind_them() => Reading.Compose("""
        version: '3'
        x-base: &base {image: a, environment: &env {A: 1, B: 1}}
        services:
          web: {<<: *base, environment: {<<: *env, B: 2}}
        """).Services.Single().Environment.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }, ignoreOrder: true);

    [Fact]
    public void Whatever_is_wrong_in_both_files_comes_out_at_once() => Reading.Problems(() => Reading.Both(
        """
        version: '3'
        services:
          web:
            image: "a:${TAG}"
            ports: 80
            hostnam: x
            links: [wbe]
          api: {image: b, shm_size: 1k}
        """,
        """
        version: 1
        task_definition:
          services:
            wab: {mem_limit: 1}
            web: {depends_on: [{container_name: apl, condition: START}], healthcheck: {test: x, retries: 11}}
        """)).ShouldBe(
        [
            "c.yml:4:15: the variable TAG is not set",
            "c.yml:5:12: services.web.ports: must be a list, but is '80'",
            "c.yml:6:5: services.web.hostnam is not a known key",
            "c.yml:7:13: there is no service 'wbe' to link to",
            "c.yml:8:29: services.api.shm_size: '1k' is 0 MiB",
            "p.yml:4:5: c.yml has no service 'wab'",
            "p.yml:4:22: task_definition.services.wab.mem_limit: '1' is 0 MiB",
            "p.yml:5:24: 'web' waits for 'apl', which does not exist",
            "p.yml:5:98: task_definition.services.web.healthcheck.retries: must be a whole number from 1 to 10, but is '11'",
        ]);

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
        Reading.Compose("version: '3'\nx-log: &log {driver: syslog}\nservices: {web: {image: a, logging: *log, x-note: b}}\n").Services[0].Logging!.Driver
            .ShouldBe("syslog");

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
    public void The_problems_of_both_files_come_out_together() =>
        Reading.Problems(() => Reading.Both("version: '3'\nservices: {web: {imgae: a}}\n", "version: 2\ntask: {}\n"))
        .Select(problem => problem[..5]).ShouldBe(["c.yml", "p.yml", "p.yml"]);
}
