using TickStack.EcsCli.Params;

namespace TickStack.Build.Tests.EcsCli.Params;

public class EcsParamsReaderTests
{
    [Fact]
    public void Every_section_is_read()
    {
        var ecsParams = Reading.Params("""
            version: 1
            task_definition:
              ecs_network_mode: awsvpc
              task_role_arn: role
              task_execution_role: execution
              pid_mode: host
              ipc_mode: none
              task_size: {cpu_limit: 1024, mem_limit: 2GB}
              placement_constraints: [{type: memberOf, expression: x}]
              docker_volumes: [{name: a, scope: shared, autoprovision: true, driver: d, driver_opts: {k: v}, labels: {l: m}}]
              efs_volumes: [{name: b, filesystem_id: fs, transit_encryption: ENABLED, access_point: fsap, iam: ENABLED}]
              services:
                web:
                  essential: true
                  cpu_shares: "256"
                  mem_limit: 512m
                  mem_reservation: 0.25GB
                  init_process_enabled: true
                  gpu: "1"
                  repository_credentials: {credentials_parameter: arn}
                  healthcheck: {test: curl, interval: 30, timeout: 1m, retries: 3, start_period: 1m30s}
                  depends_on: []
                  firelens_configuration: {type: fluentbit, options: {k: v}}
                  secrets: [{name: A, value_from: b}]
                  logging: {secret_options: [{name: C, value_from: d}]}
            run_params:
              network_configuration: {awsvpc_configuration: {subnets: [s], security_groups: [g], assign_public_ip: DISABLED}}
              task_placement: {strategy: [{type: spread, field: f}], constraints: [{type: distinctInstance}]}
              service_discovery:
                container_name: web
                container_port: 80
                private_dns_namespace: {name: n, vpc: v, description: d}
                service_discovery_service: {name: s, description: d, dns_config: {type: SRV, ttl: 10}, healthcheck_custom_config: {failure_threshold: 1}}
            """);

        (ecsParams.NetworkMode!.Value, ecsParams.PidMode, ecsParams.IpcMode, ecsParams.TaskCpu, ecsParams.TaskMemory)
            .ShouldBe(("awsvpc", "host", "none", "1024", "2GB"));
        (ecsParams.TaskRoleArn, ecsParams.ExecutionRoleArn).ShouldBe(("role", "execution"));
        var web = ecsParams.Services["web"];
        (web.CpuShares, web.MemoryLimit!.Value, web.MemoryReservation!.Value, web.InitProcess, web.Gpu, web.RepositoryCredentials)
            .ShouldBe((256, 512, 256, true, "1", "arn"));
        (web.HealthCheck!.Interval, web.HealthCheck.Timeout, web.HealthCheck.Retries, web.HealthCheck.StartPeriod).ShouldBe((30, 60, 3, 90));
        web.HealthCheck.Command.ShouldBe(["CMD-SHELL", "curl"]);
        (web.Secrets[0].Name, web.LogSecrets[0].ValueFrom, web.LogRouter!.Type).ShouldBe(("A", "d", "fluentbit"));
        (ecsParams.DockerVolumes[0].Driver, ecsParams.EfsVolumes[0].AccessPoint).ShouldBe(("d", "fsap"));
        ecsParams.PlacementStrategy.ShouldBe([new PlacementRule("spread", "f")]);
        ecsParams.PlacementConstraints.ShouldBe([new PlacementRule("distinctInstance", null)]);
        (ecsParams.ServiceDiscovery!.NamespaceName, ecsParams.ServiceDiscovery.RecordType, ecsParams.ServiceDiscovery.ContainerPort).ShouldBe(("n", "SRV", 80));
    }

    [Fact]
    public void A_section_with_nothing_in_it_says_nothing() =>
        Reading.Params("version: 1\ntask_definition:\n  services:\n    web:\nrun_params:\n").Services["web"].Essential.ShouldBeTrue();

    [Theory]
    [InlineData("version: 99", "p.yml:1:10: version: must be 1, but is '99'")]
    [InlineData("task_definition: {}", "p.yml:1:1: version is missing")]
    [InlineData("version: 1\ntask_definition: {ecs_network_mode: awsvcp}",
        "p.yml:2:37: task_definition.ecs_network_mode: 'awsvcp' is not one of none, bridge, host, awsvpc")]
    [InlineData("version: 1\ntask_definition: {task_size: {cpu_limit: lots}}",
        "p.yml:2:42: task_definition.task_size.cpu_limit: must be CPU units such as 1024, or '0.5 vCPU', but is 'lots'")]
    [InlineData("version: 1\ntask_definition: {services: {wbe: {}}}", "p.yml:2:30: c.yml has no service 'wbe'")]
    [InlineData("version: 1\ntask_definition: {services: {web: {healthcheck: {test: a, command: b}}}}",
        "p.yml:2:68: task_definition.services.web.healthcheck.command: test and command mean the same")]
    [InlineData("version: 1\ntask_definition: {services: {web: {secrets: [{name: A}]}}}",
        "p.yml:2:46: task_definition.services.web.secrets[0].value_from is missing")]
    [InlineData("version: 1\ntask_definition: {services: {web: {cpu_shares: -1}}}",
        "p.yml:2:48: task_definition.services.web.cpu_shares: must be a whole number of at least 0, but is '-1'")]
    [InlineData("version: 1\ntask_definition: {services: {web: {healthcheck: {test: a, interval: 301}}}}",
        "p.yml:2:69: task_definition.services.web.healthcheck.interval: must be a whole number from 5 to 300, but is '301'")]
    [InlineData("version: 1\ntask_definition: {services: {web: {firelens_configuration: {options: {}}}}}",
        "p.yml:2:60: task_definition.services.web.firelens_configuration.type is missing")]
    [InlineData("version: 1\ntask_definition: {efs_volumes: [{name: a, filesystem_id: b, iam: ENABLED}]}",
        "p.yml:2:33: task_definition.efs_volumes[0]: access_point, iam and transit_encryption_port need 'transit_encryption: ENABLED'")]
    [InlineData("version: 1\ntask_definition: {docker_volumes: [{name: a, autoprovision: true}]}",
        "p.yml:2:36: task_definition.docker_volumes[0]: autoprovision needs 'scope: shared'")]
    [InlineData("version: 1\nrun_params: {network_configuration: {awsvpc_configuration: {subnets: []}}}",
        "p.yml:2:70: run_params.network_configuration.awsvpc_configuration.subnets: at least one subnet is needed")]
    [InlineData("version: 1\nrun_params: {task_placement: {strategy: [{type: spread}]}}", "p.yml:2:42: run_params.task_placement.strategy[0].field is missing")]
    [InlineData("version: 1\nrun_params: {service_discovery: {service_discovery_service: {name: a}}}",
        "p.yml:2:33: run_params.service_discovery: exactly one of private_dns_namespace and public_dns_namespace is needed")]
    [InlineData("version: 1\nrun_params: {service_discovery: {private_dns_namespace: {name: a}, service_discovery_service: {name: a}}}",
        "p.yml:2:57: run_params.service_discovery.private_dns_namespace: a private namespace is found by id, or by name and vpc")]
    [InlineData(
        "version: 1\nrun_params: {service_discovery: {public_dns_namespace: {id: a}, service_discovery_service: {name: a, dns_config: {type: SRV}}, "
            + "container_name: web}}",
        "p.yml:2:33: run_params.service_discovery.container_port is missing")]
    [InlineData("version: 1\ntask_definition: {task_role_arn: $ROLE}", "p.yml:2:34: the variable ROLE is not set")]
    public void What_is_wrong_is_reported_with_its_place_and_path(string text, string problem) =>
        Reading.Problems(() => Reading.Params(text)).ShouldBe([problem]);
}
