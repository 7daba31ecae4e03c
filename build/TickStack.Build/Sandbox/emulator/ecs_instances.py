"""Container instances: the running EC2 instances of the Auto Scaling groups behind a cluster's capacity providers.

No agent runs on an emulated instance, so moto never learns of one. Here each instance is registered as its agent would
do it once it has booted, and what is free on it is counted from the tasks that are there.
"""
import uuid

from moto.autoscaling.models import autoscaling_backends
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.models import ContainerInstance
from moto.ecs.models import EC2ContainerServiceBackend as Backend
from moto.ecs.responses import EC2ContainerServiceResponse as Response
from moto.ssm.models import ssm_backends

import data_volume
import paging
from ecs_reservations import reservation

CPU_UNITS = 1024  # of a vCPU
MEMORY_SHARE = 0.97  # the rest the kernel and the operating system keep: an r5.large registers about 15900 of 16384 MiB
PARAMETER = "resolve:ssm:"
AGENT_PORTS = ("22", "2376", "2375", "51678", "51679")
VERSIONS = {"agentVersion": "1.98.0", "agentHash": "*6f7b6a34", "dockerVersion": "DockerVersion: 25.0.8"}

# What the agent of an ECS-optimized Amazon Linux 2023 registers, without a value each.
CAPABILITIES = (
    *(f"com.amazonaws.ecs.capability.docker-remote-api.1.{minor}" for minor in range(17, 45)),
    *(f"com.amazonaws.ecs.capability.logging-driver.{driver}" for driver in ("awsfirelens", "awslogs", "fluentd", "json-file", "none", "syslog")),
    "com.amazonaws.ecs.capability.ecr-auth",
    "com.amazonaws.ecs.capability.privileged-container",
    "com.amazonaws.ecs.capability.task-iam-role",
    "com.amazonaws.ecs.capability.task-iam-role-network-host",
    "ecs.capability.aws-appmesh",
    "ecs.capability.container-health-check",
    "ecs.capability.container-ordering",
    "ecs.capability.docker-plugin.local",
    "ecs.capability.efs",
    "ecs.capability.efsAuth",
    "ecs.capability.env-files.s3",
    "ecs.capability.execute-command",
    "ecs.capability.execution-role-awslogs",
    "ecs.capability.execution-role-ecr-pull",
    "ecs.capability.firelens.fluentbit",
    "ecs.capability.firelens.fluentd",
    "ecs.capability.firelens.options.config.file",
    "ecs.capability.firelens.options.config.s3",
    "ecs.capability.full-sync",
    "ecs.capability.network.container-port-range",
    "ecs.capability.pid-ipc-namespace-sharing",
    "ecs.capability.private-registry-authentication.secretsmanager",
    "ecs.capability.secrets.asm.bootstrap.log-driver",
    "ecs.capability.secrets.asm.environment-variables",
    "ecs.capability.secrets.ssm.bootstrap.log-driver",
    "ecs.capability.secrets.ssm.environment-variables",
    "ecs.capability.task-cpu-mem-limit",
    "ecs.capability.task-eia",
    "ecs.capability.task-eni",
    "ecs.capability.task-eni-block-instance-metadata",
    "ecs.capability.task-eni.ipv6",
)


class AgentInstance(ContainerInstance):
    """A container instance whose agent registered it by itself."""

    __module__ = ContainerInstance.__module__  # moto files its instances by service, which it reads from the module's name

    def __init__(self, backend, cluster_name, provider, instance):
        super().__init__(instance.id, backend.account_id, backend.region_name, cluster_name, backend)
        self.instance, self.id = instance, identify(instance)
        self.capacity_provider_name, self.version, self.version_info = provider.name, 1, VERSIONS
        self.attachments, self.tags = [], []
        self.attributes.update({
            "ecs.ami-id": image(backend, instance.image_id),
            "ecs.cpu-architecture": architecture(instance.instance_type),
            "ecs.os-family": "LINUX",
            "ecs.os-type": "linux",
            "ecs.subnet-id": instance.subnet_id,
            "ecs.vpc-id": instance.vpc_id,
            **dict.fromkeys(CAPABILITIES),
        })
        described = INSTANCE_TYPES[instance.instance_type]
        cpu, memory = described["VCpuInfo"]["DefaultVCpus"] * CPU_UNITS, int(described["MemoryInfo"]["SizeInMiB"] * MEMORY_SHARE)
        self.registered_resources = resources(cpu, memory, AGENT_PORTS, ())


def identify(instance):
    """The same for an EC2 instance whenever it is asked, as an ARN must be."""
    return uuid.uuid5(uuid.NAMESPACE_OID, instance.id).hex


def image(backend, named):
    """EC2 looks an image up that is named by a parameter; moto launches with the name."""
    if not named.startswith(PARAMETER):
        return named
    return ssm_backends[backend.account_id][backend.region_name].get_parameter(named.removeprefix(PARAMETER)).value


def architecture(instance_type):
    return "arm64" if "arm64" in INSTANCE_TYPES[instance_type]["ProcessorInfo"]["SupportedArchitectures"] else "x86_64"


def resources(cpu, memory, tcp, udp):
    def numbered(name, value):
        return {"name": name, "type": "INTEGER", "doubleValue": 0.0, "longValue": 0, "integerValue": value}

    def listed(name, ports):
        return {"name": name, "type": "STRINGSET", "doubleValue": 0.0, "longValue": 0, "integerValue": 0, "stringSetValue": [*ports]}

    return [numbered("CPU", cpu), numbered("MEMORY", memory), listed("PORTS", tcp), listed("PORTS_UDP", udp)]


def resource(described, name):
    return next(each.get("stringSetValue", each["integerValue"]) for each in described if each["name"] == name)


def groups(backend, cluster):
    """(capacity provider, Auto Scaling group or None) of a cluster."""
    found = [backend._get_provider(name) for name in cluster.capacity_providers or []]
    scaling = autoscaling_backends[backend.account_id][backend.region_name].autoscaling_groups
    for provider in found:
        if provider is not None:
            named = provider.auto_scaling_group_provider["autoScalingGroupArn"]
            yield provider, next((group for group in list(scaling.values()) if named in (group.arn, group.name)), None)


def settle(backend):
    """Brings every cluster's container instances up to what EC2 runs now, and returns those that are gone."""
    gone = []
    for cluster in backend.clusters.values():
        known = backend.container_instances.setdefault(cluster.name, {})
        gone += [known.pop(identifier) for identifier in list(known) if is_gone(known[identifier])]
        for provider, group in groups(backend, cluster):
            for state in group.instance_states if group else []:
                if state.instance.state == "running" and identify(state.instance) not in known and data_volume.boot(state.instance):
                    known[identify(state.instance)] = AgentInstance(backend, cluster.name, provider, state.instance)
        cluster.registered_container_instances_count = len(known)
        for instance in known.values():
            count(instance)
    return gone


def is_gone(instance):
    return isinstance(instance, AgentInstance) and instance.instance.state != "running"


def count(instance):
    """What the tasks that are there leave of what was registered."""
    there = tasks_on(instance)
    reserved = [task.resource_requirements for task in there]
    registered = instance.registered_resources
    instance.remaining_resources = resources(
        resource(registered, "CPU") - sum(each["CPU"] for each in reserved),
        resource(registered, "MEMORY") - sum(each["MEMORY"] for each in reserved),
        [*resource(registered, "PORTS"), *(port for each in reserved for port in each["PORTS"])],
        [*resource(registered, "PORTS_UDP"), *(port for each in reserved for port in each["PORTS_UDP"])],
    )
    instance.remaining_interfaces = interfaces(instance) - sum(each["ENI"] for each in reserved)
    instance.running_tasks_count = sum(task.last_status == "RUNNING" for task in there)
    instance.pending_tasks_count = len(there) - instance.running_tasks_count


def tasks_on(instance):
    tasks = instance._backend.tasks.get(instance.cluster_name, {}).values()
    return [task for task in tasks if task.container_instance_arn == instance.container_instance_arn and task.last_status != "STOPPED"]


def interfaces(instance):
    """How many tasks can have an interface of their own: all but the instance's own one."""
    return INSTANCE_TYPES[instance.attributes["ecs.instance-type"]]["NetworkInfo"]["MaximumNetworkInterfaces"] - 1


def listing(response):
    """ListContainerInstances with its filter by status and its pages."""
    backend, get = response.ecs_backend, response._get_param
    known = backend.container_instances[backend._get_cluster(get("cluster", "default")).name].values()
    arns = sorted(each.container_instance_arn for each in known if each.status == get("status", each.status))
    return paging.answer("containerInstanceArns", arns, response, 100)


def install():
    Response.list_container_instances = listing
    Backend._calculate_task_resource_requirements = staticmethod(reservation)
