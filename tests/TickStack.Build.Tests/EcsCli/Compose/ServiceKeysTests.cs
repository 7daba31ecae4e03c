using TickStack.EcsCli.Compose;
using TickStack.EcsCli.Format;

namespace TickStack.Build.Tests.EcsCli.Compose;

public class ServiceKeysTests
{
    [Theory]
    [InlineData("\"9092\"", "9092→any tcp")]
    [InlineData("9092", "9092→any tcp")]
    [InlineData("\"0:9092\"", "9092→any tcp")]
    [InlineData("80:8888", "8888→80 tcp")]
    [InlineData("\"8089:8089/udp\"", "8089→8089 udp")]
    [InlineData("127.0.0.1:9100:9101/udp", "9101→9100 udp")]
    [InlineData("\"[::1]:9100:9101\"", "9101→9100 tcp")]
    [InlineData("8080-8082:80-82", "80→8080 tcp, 81→8081 tcp, 82→8082 tcp")]
    [InlineData("7000-7001/udp", "7000→any udp, 7001→any udp")]
    public void Ports_are_read_in_every_form(string entry, string expected) =>
        string.Join(", ", Reading.Service($"ports: [{entry}]").Ports.Select(port => $"{port.Container}→{port.Host?.ToString() ?? "any"} {port.Protocol}"))
            .ShouldBe(expected);

    [Theory]
    [InlineData("\"http:80\"")]
    [InlineData("99999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("80/sctp")]
    [InlineData("8082-8080:82-80")]
    [InlineData("8080-8081:80-82")]
    [InlineData("70000:80")]
    [InlineData("{target: 80}")]
    public void A_port_that_is_none_is_refused(string entry) =>
        Reading.Problems(() => Reading.Service($"ports: [{entry}]")).ShouldHaveSingleItem().ShouldStartWith("c.yml:5:13: services.web.ports[0]");

    [Fact]
    public void The_address_of_a_port_is_left_out_with_a_warning()
    {
        var context = new ReadingContext();

        Reading.Service("ports: [\"127.0.0.1:80:80\"]", "3", context);

        context.Warnings.Problems.ShouldHaveSingleItem().Message.ShouldContain("127.0.0.1");
    }

    [Theory]
    [InlineData("/data:/var/lib", "/data", null, false)]
    [InlineData("/data:/var/lib:ro", "/data", null, true)]
    [InlineData("/data:/var/lib:rw", "/data", null, false)]
    [InlineData("store:/var/lib", null, "store", false)]
    [InlineData("/var/lib", null, null, false)]
    public void Volumes_are_read_in_every_form(string entry, string? host, string? volume, bool readOnly)
    {
        var mount = Reading.Service($"volumes: [\"{entry}\"]").Mounts.ShouldHaveSingleItem();

        (mount.HostPath, mount.Volume, mount.ContainerPath, mount.ReadOnly).ShouldBe((host, volume, "/var/lib", readOnly));
    }

    [Theory]
    [InlineData("./data:/var/lib")]
    [InlineData("~/data:/var/lib")]
    [InlineData("/data:/var/lib:readonly")]
    [InlineData("/data:var/lib")]
    [InlineData(":/var/lib")]
    [InlineData("data")]
    public void A_volume_that_cannot_be_is_refused(string entry) => Reading.Problems(() => Reading.Service($"volumes: [\"{entry}\"]")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("/dev/fuse", "/dev/fuse", null, "")]
    [InlineData("/dev/sda:/dev/xvda:r", "/dev/sda", "/dev/xvda", "read")]
    [InlineData("/dev/i2c:/dev/i2c:mwr", "/dev/i2c", "/dev/i2c", "read write mknod")]
    public void Devices_are_read_in_every_form(string entry, string host, string? container, string permissions)
    {
        var device = Reading.Service($"devices: [\"{entry}\"]").Devices.ShouldHaveSingleItem();

        (device.HostPath, device.ContainerPath, string.Join(' ', device.Permissions)).ShouldBe((host, container, permissions));
    }

    [Fact]
    public void A_tmpfs_has_a_size_in_mebibytes_and_options()
    {
        var mount = Reading.Service("tmpfs: /scratch:size=1g,noexec,mode=1770").Tmpfs.ShouldHaveSingleItem();

        (mount.ContainerPath, mount.Size, string.Join(' ', mount.Options)).ShouldBe(("/scratch", 1024, "noexec mode=1770"));
    }

    [Fact]
    public void Resource_limits_are_a_number_or_two_and_minus_one_is_none() =>
        Reading.Service("ulimits: {nproc: 512, memlock: -1, rtprio: {soft: -1, hard: 99}}").ResourceLimits
            .ShouldBe([new ResourceLimit("nproc", 512, 512), new ResourceLimit("memlock", -1, -1), new ResourceLimit("rtprio", -1, 99)]);

    [Fact]
    public void Extra_hosts_take_ipv6_and_a_mapping_is_sorted() =>
        Reading.Service("extra_hosts: {b: 10.0.0.1, a: \"::1\"}").ExtraHosts.ShouldBe([new ExtraHost("a", "::1"), new ExtraHost("b", "10.0.0.1")]);

    [Fact]
    public void What_ecs_can_do_of_deploy_is_honoured()
    {
        var service = Reading.Service("deploy: {replicas: 2, resources: {limits: {memory: 1g}, reservations: {memory: 512m, cpus: '0.5'}}, mode: replicated}");

        (service.Replicas!.Value, service.MemoryLimit!.Value, service.SoftReservation!.Value, service.CpuShares).ShouldBe((2, 1024, 512, 512));
    }

    [Theory]
    [InlineData("deploy: {resources: {limits: {memory: 1g}}}", "mem_limit: 2g", "limits.memory: mem_limit says the same")]
    [InlineData("mem_reservation: 2g", "deploy: {resources: {reservations: {memory: 1g}}}", "reservations.memory: mem_reservation says the same")]
    [InlineData("deploy: {resources: {reservations: {cpus: 1}}}", "cpu_shares: 1", "reservations.cpus: cpu_shares says the same")]
    public void What_deploy_says_again_is_refused_in_either_order(string first, string second, string message) =>
        Reading.Problems(() => Reading.Service($"{first}\n    {second}", "2")).ShouldHaveSingleItem().ShouldEndWith($"services.web.deploy.resources.{message}");

    [Theory]
    [InlineData("shm_size: 256m")]
    [InlineData("sysctls: {net.core.somaxconn: 1024}")]
    [InlineData("sysctls: [net.core.somaxconn=1024]")]
    public void What_ecs_cli_skipped_is_honoured(string key)
    {
        var service = Reading.Service(key);

        (service.SharedMemorySize is 256 || service.KernelParameters["net.core.somaxconn"] == "1024").ShouldBeTrue();
    }

    [Theory]
    [InlineData("deploy: {mode: global}", "services.web.deploy.mode: the compose file cannot ask for a task on each instance")]
    [InlineData("deploy: {mode: globl}", "services.web.deploy.mode: 'globl' is not one of replicated, global")]
    [InlineData("deploy: {update_config: {parallelism: 1}}", "services.web.deploy.update_config is not a known key")]
    [InlineData("deploy: {resources: {limits: {cpus: '1'}}}", "services.web.deploy.resources.limits.cpus is not a known key")]
    [InlineData("privileged: \"yes\"", "services.web.privileged: must be true or false, but is 'yes'")]
    [InlineData("command: echo 'open", "services.web.command: a quote is not closed")]
    [InlineData("ulimits: {nofiles: 1}", "services.web.ulimits.nofiles is no resource limit")]
    [InlineData("ulimits: {nofile: {soft: 1}}", "services.web.ulimits.nofile.hard is missing")]
    [InlineData("devices: [fuse]", "services.web.devices[0]: 'fuse' is no device")]
    [InlineData("tmpfs: /run", "services.web.tmpfs: '/run' is no tmpfs")]
    [InlineData("shm_size: 100k", "services.web.shm_size: '100k' is 0 MiB")]
    [InlineData("extra_hosts: [\"a:b\"]", "services.web.extra_hosts[0]: 'a:b' is no host and address")]
    [InlineData("stop_grace_period: 500ms", "services.web.stop_grace_period: must be a duration of at least 1s, such as '10m' or '1m30s', but is '500ms'")]
    [InlineData("stop_grace_period: 1500ms", "services.web.stop_grace_period: must be whole seconds, but is '1500ms'")]
    [InlineData("logging: {driver: awslog}",
        "services.web.logging.driver: 'awslog' is not one of awslogs, awsfirelens, fluentd, gelf, journald, json-file, splunk, syslog")]
    [InlineData("logging: {options: {a: b}}", "services.web.logging.driver is missing")]
    [InlineData("healthcheck: {interval: 1s}", "services.web.healthcheck.interval: must be a duration from 5s to 5m, such as '10m' or '1m30s', but is '1s'")]
    [InlineData("healthcheck: {test: [curl, x]}", "services.web.healthcheck.test: the list must begin with CMD or CMD-SHELL and go on with the command")]
    [InlineData("environment: [A=1, A=2]", "services.web.environment[1]: 'A' comes twice")]
    [InlineData("environment: [=1]", "services.web.environment[0]: the name before '=' is missing")]
    [InlineData("environment: [NOT_SET]", "the variable NOT_SET is not set")]
    [InlineData("env_file: missing.list", "services.web.env_file: there is no file 'missing.list'")]
    public void A_wrong_value_is_refused_with_its_path(string key, string message)
    {
        var problem = Reading.Problems(() => Reading.Service(key)).ShouldHaveSingleItem();

        problem.ShouldStartWith("c.yml:5:");
        problem.ShouldEndWith(message);
    }
}
