using TickStack.Build.Manifests;
using TickStack.Build.Tests.Manifests;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Tests.EcsCli.Translation;

public class TaskDefinitionTranslatorTests
{
    private const string Awsvpc = "task_definition: {ecs_network_mode: awsvpc}\nrun_params: {network_configuration: {awsvpc_configuration: {subnets: [s]";

    [Fact]
    public void Nothing_that_was_not_asked_for_is_sent() =>
        EcsJson.Text(Reading.Translate("services: {web: {image: a}}").TaskDefinition).ReplaceLineEndings("\n").ShouldBe("""
            {
              "containerDefinitions": [
                {
                  "essential": true,
                  "image": "a",
                  "memory": 512,
                  "name": "web"
                }
              ],
              "family": "web"
            }

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Generated_volume_names_count_from_the_first_use_and_avoid_those_that_are_taken()
    {
        var task = Reading.Translate("""
            version: '3'
            services:
              b: {image: a, volumes: ["/two:/2", "/one:/1", "/scratch"]}
              a: {image: a, volumes: ["/one:/x", "volume-1:/named"]}
            volumes: {volume-1: {}}
            """).TaskDefinition;

        task.Volumes!.Select(volume => $"{volume.Name}={volume.Host?.SourcePath}").ShouldBe(["volume-1=", "volume-0=/one", "volume-2=/two", "volume-3="]);
        task.ContainerDefinitions![1].MountPoints!.Select(mount => mount.SourceVolume).ShouldBe(["volume-2", "volume-0", "volume-3"]);
    }

    [Theory]
    [InlineData("2", "mem_limit: 1g", "", 1024, null)]
    [InlineData("2", "mem_reservation: 1g", "", 1024, 1024)]
    [InlineData("2", "mem_limit: 1g", "mem_limit: 2g", 2048, null)]
    [InlineData("2", "mem_reservation: 1g", "mem_reservation: 2g", null, 2048)]
    [InlineData("2", "mem_reservation: 1g", "mem_limit: 2g", 2048, 1024)]
    [InlineData("3", "hostname: x", "mem_reservation: 3GB", null, 3072)]
    [InlineData("3", "deploy: {resources: {reservations: {memory: 1g}}}", "", null, 1024)]
    [InlineData("2", "deploy: {resources: {limits: {memory: 1g}, reservations: {memory: 512m}}}", "", 1024, 512)]
    [InlineData("3", "hostname: x", "essential: true", 512, null)]
    public void Memory_of_ecs_params_counts_over_that_of_compose(string version, string compose, string ecsParams, int? limit, int? reservation)
    {
        var container = Reading.Translate(Reading.File(compose, version),
            $"version: 1\ntask_definition: {{services: {{web: {{{ecsParams}}}}}}}").TaskDefinition.ContainerDefinitions!.Single();

        (container.Memory, container.MemoryReservation).ShouldBe((limit, reservation));
    }

    [Fact]
    public void A_task_with_a_size_needs_none_for_its_containers() =>
        Reading.Translate(Reading.File("tty: true"), "version: 1\ntask_definition: {task_size: {mem_limit: 2GB}}").TaskDefinition.ContainerDefinitions!
            .Single().Memory.ShouldBeNull();

    [Fact]
    public void A_health_check_of_ecs_params_overrides_key_by_key_and_none_drops_it()
    {
        const string Compose = "healthcheck: {test: [CMD, a], interval: 10s, timeout: 2s}";

        var overridden = Reading.Translate(Reading.File(Compose), "version: 1\ntask_definition: {services: {web: {healthcheck: {timeout: 7}}}}");
        var dropped = Reading.Translate(Reading.File(Compose), "version: 1\ntask_definition: {services: {web: {healthcheck: {test: [NONE]}}}}");

        var check = overridden.TaskDefinition.ContainerDefinitions!.Single().HealthCheck!;
        (check.Interval, check.Timeout).ShouldBe((10, 7));
        dropped.TaskDefinition.ContainerDefinitions!.Single().HealthCheck.ShouldBeNull();
    }

    [Fact]
    public void The_number_of_replicas_is_the_services() => Reading.Translate(Reading.File("deploy: {replicas: 3}")).DesiredCount.ShouldBe(3);

    [Fact]
    public void A_discovery_service_that_terraform_does_not_know_is_an_error() =>
        Reading.Problems(() => Reading.Translate(
            Reading.File("ports: [80]"),
            "version: 1\nrun_params: {service_discovery: {container_name: web, container_port: 80, private_dns_namespace: {name: monitoring, vpc: v}, "
                + "service_discovery_service: {name: influx}}}",
            discovery: new TerraformDiscovery(SampleStack.Cluster)))
                .ShouldBe(["p.yml:2:33: there is no discovery service influx.monitoring in a private namespace among Terraform's outputs"]);

    [Theory]
    [InlineData("{web: {command: a}}", "{}", "services.web has no image")]
    [InlineData("{\"a b\": {image: a}}", "{}", "'a b' is no name for a container")]
    [InlineData("{web: {image: a, volumes: [\"data:/data\"]}}", "{}", "the volume 'data' is not declared")]
    [InlineData("{web: {image: a, volumes: [\"/a:/data\", \"/b:/data\"]}}", "{}", "'web' has two mounts at /data")]
    [InlineData("{web: {image: a, links: [api]}}", "{}", "there is no service 'api' to link to")]
    [InlineData("{web: {image: a, ports: [\"80:80\"]}, api: {image: a, ports: [\"80:81\"]}}", "{}", "port 80/tcp is claimed by 'api' and by 'web'")]
    [InlineData("{web: {image: a, deploy: {replicas: 1}}, api: {image: a, deploy: {replicas: 2}}}", "{}",
        "'web' and 'api' differ in deploy.replicas, but share one task")]
    [InlineData("{web: {image: a}}", "{services: {web: {essential: false}}}", "no container is essential, so that the task would never end nor be replaced")]
    [InlineData("{web: {image: a}}", "{services: {web: {mem_limit: 10m, mem_reservation: 20m}}}", "'web' is limited to 10 MiB but reserves 20 MiB")]
    [InlineData("{web: {image: a}}", "{services: {web: {secrets: [{name: A, value_from: b}]}}}", "ECS cannot read the secrets of 'web' without a role")]
    [InlineData("{web: {image: a, environment: [A=1]}}", "{task_execution_role: r, services: {web: {secrets: [{name: A, value_from: b}]}}}",
        "A of 'web' is a secret and a variable of the compose file")]
    [InlineData("{web: {image: a}}", "{task_execution_role: r, services: {web: {logging: {secret_options: [{name: A, value_from: b}]}}}}",
        "'web' has secret log options but no log driver")]
    [InlineData("{web: {image: a}}", "{services: {web: {healthcheck: {interval: 10}}}}", "the health check of 'web' has no command")]
    [InlineData("{web: {image: a}}", "{docker_volumes: [{name: data}]}", "c.yml declares no volume 'data'")]
    [InlineData("{web: {image: a}}", "{ecs_network_mode: awsvpc}", "network mode awsvpc needs subnets")]
    [InlineData("{web: {image: a, ports: [80]}}", "{ecs_network_mode: none}", "'web' has a port, but the network mode is none")]
    [InlineData("{web: {image: a, ports: [\"80:81\"]}}", "{ecs_network_mode: host}", "in network mode host a port is the same inside and outside")]
    [InlineData("{web: {image: a}}", "{services: {web: {depends_on: [{container_name: wbe, condition: START}]}}}",
        "'web' waits for 'wbe', which does not exist")]
    [InlineData("{web: {image: a}, api: {image: a}}", "{services: {web: {depends_on: [{container_name: api, condition: HEALTHY}]}}}",
        "'web' waits until 'api' is healthy, but it has no health check")]
    [InlineData("{web: {image: a}, api: {image: a}}", "{services: {web: {depends_on: [{container_name: api, condition: SUCCESS}]}}}",
        "'web' waits for the end of 'api', but the task ends with it")]
    [InlineData("{web: {image: a}, api: {image: a}}",
        "{services: {web: {depends_on: [{container_name: api, condition: START}]}, api: {depends_on: [{container_name: web, condition: START}]}}}",
        "'web' waits for itself")]
    [InlineData("{web: {image: a, logging: {driver: awsfirelens}}}", "{}", "'web' logs to awsfirelens, but no container has a firelens_configuration")]
    [InlineData("{web: {image: a}, api: {image: a}}",
        "{services: {web: {firelens_configuration: {type: fluentd}}, api: {firelens_configuration: {type: fluentd}}}}",
        "'api' is a second FireLens container, but a task has one at most")]
    [InlineData("{web: {image: a}}", "{task_size: {mem_limit: 1GB}, services: {web: {mem_limit: 2g}}}", "'web' may use 2048 MiB, but its task has 1024 MiB")]
    [InlineData("{web: {image: a, logging: {driver: syslog}}}",
        "{task_execution_role: r, services: {web: {logging: {secret_options: [{name: A, value_from: b}, {name: A, value_from: c}]}}}}",
        "'web' has two secret log options named A")]
    public void What_ecs_would_refuse_is_refused_before_any_call(string services, string task, string message)
    {
        var problem = Reading.Problems(() => Reading.Translate($"version: '3'\nservices: {services}\n", $"version: 1\ntask_definition: {task}\n"))
            .ShouldHaveSingleItem();

        problem.ShouldEndWith($": {message}");
        problem.ShouldMatch("^[cp].yml:2:");
    }

    [Theory]
    [InlineData("hostname: x", "ECS takes no hostname, extra_hosts, dns or dns_search in network mode awsvpc ('web')")]
    [InlineData("dns: 10.0.0.2", "ECS takes no hostname, extra_hosts, dns or dns_search in network mode awsvpc ('web')")]
    [InlineData("links: [web]", "links work in network mode bridge only, not in awsvpc")]
    [InlineData("ports: [\"80:81\"]", "in network mode awsvpc a port is the same inside and outside")]
    public void What_awsvpc_does_not_know_is_refused(string key, string message) =>
        Reading.Problems(() => Reading.Translate(
            Reading.File(key),
            "version: 1\ntask_definition: {ecs_network_mode: awsvpc}\nrun_params: {network_configuration: {awsvpc_configuration: {subnets: [s]}}}"))
                .ShouldHaveSingleItem().ShouldEndWith(message);

    [Theory]
    [InlineData("FARGATE", "", "p.yml:1:1: FARGATE needs network mode awsvpc and task_size with cpu_limit and mem_limit")]
    [InlineData(
        "FARGATE",
        "task_definition: {ecs_network_mode: awsvpc, task_size: {cpu_limit: 256, mem_limit: 512}}\nrun_params: {network_configuration: "
            + "{awsvpc_configuration: {subnets: [s]}}, task_placement: {strategy: [{type: random}]}}",
        "p.yml:1:1: FARGATE has no instances to place tasks on")]
    [InlineData("EC2", Awsvpc + ", assign_public_ip: ENABLED}}}", "p.yml:3:60: EC2 gives no task a public address")]
    [InlineData("EXTERNAL", Awsvpc + "}}}", "p.yml:2:37: EXTERNAL instances have no network mode awsvpc")]
    [InlineData(
        "EXTERNAL",
        "run_params: {service_discovery: {container_name: web, container_port: 80, public_dns_namespace: {id: a}, service_discovery_service: {name: a}}}",
        "p.yml:2:33: EXTERNAL instances have no service discovery")]
    public void What_a_launch_type_does_not_have_is_refused(string launchType, string ecsParams, string problem) =>
        Reading.Problems(() => Reading.Translate(Reading.File("ports: [80]"), $"version: 1\n{ecsParams}", launchType)).ShouldBe([problem]);

    [Theory]
    [InlineData("bridge", "dns_config: {type: A}", "in network mode bridge a task has no address for an A record")]
    [InlineData("host", "", "an SRV record needs container_name and container_port")]
    [InlineData("host", "container_name: web, container_port: 81", "service_discovery wants port 81 of 'web', which maps no such port")]
    public void Discovery_that_dns_cannot_give_is_refused(string mode, string keys, string message)
    {
        var (own, service) = keys.StartsWith("dns", StringComparison.Ordinal) ? ("", $", {keys}") : (keys.Length == 0 ? "" : $"{keys}, ", "");
        var ecsParams =
            $"version: 1\ntask_definition: {{ecs_network_mode: {mode}}}\nrun_params: {{service_discovery: {{{own}public_dns_namespace: {{id: a}}, "
                + $"service_discovery_service: {{name: a{service}}}}}}}";

        Reading.Problems(() => Reading.Translate(Reading.File("ports: [80]"), ecsParams)).ShouldBe([$"p.yml:3:33: {message}"]);
    }

    [Theory]
    [InlineData("bridge", "", "web:80")]
    [InlineData("awsvpc", ", network_configuration: {awsvpc_configuration: {subnets: [s]}}", ":")]
    public void Without_a_record_type_discovery_uses_the_one_that_the_network_mode_allows(string mode, string network, string expected)
    {
        var service = Reading.Translate(
            Reading.File("ports: [80]"),
            $"version: 1\ntask_definition: {{ecs_network_mode: {mode}}}\nrun_params: {{service_discovery: {{container_name: web, container_port: 80, "
                + $"public_dns_namespace: {{id: a}}, service_discovery_service: {{name: a}}}}{network}}}",
            discovery: new GivenDiscovery("arn"));

        var registry = service.ServiceRegistries.ShouldHaveSingleItem();
        $"{registry.ContainerName}:{registry.ContainerPort}".ShouldBe(expected);
    }
}
