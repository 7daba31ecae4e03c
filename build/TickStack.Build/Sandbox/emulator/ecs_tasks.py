"""Tasks of services: moto 5.2.1 starts none, and lists those of every service together."""
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.ecs.models import Container, Task
from moto.ecs.models import EC2ContainerServiceBackend as Backend

import ecs_instances
import ecs_logs
import ecs_placement
from ecs_reservations import reservation

KEPT_STOPPED = 10  # per service; ECS forgets them after an hour


class ServiceTask(Task):
    """A task that stays as its service's rollout leaves it, where moto's would stop when it is described."""

    __module__ = Task.__module__  # moto files its instances by service, which it reads from the module's name

    def __init__(self, service, deployment):
        backend = service._backend
        definition = backend.describe_task_definition(deployment["taskDefinition"])
        instance = ecs_placement.place(service, definition)
        super().__init__(
            cluster=backend.clusters[service.cluster_name],
            task_definition=definition,
            container_instance_arn=instance.container_instance_arn if instance else None,
            resource_requirements=reservation(definition),
            backend=backend,
            group=f"service:{service.name}",
            launch_type=service.launch_type or "EC2",
            started_by=deployment["id"],
            tags=tags(service, definition),
            networking_configuration=service.network_configuration,
        )
        self.id = self.id.replace("-", "")  # as ECS writes it
        self.cpu, self.memory = definition.cpu, definition.memory
        self.availability_zone = instance.attributes["ecs.availability-zone"] if instance else None
        self.capacity_provider_name = getattr(instance, "capacity_provider_name", None) if service.capacity_provider_strategy else None
        self.created_at, self.started_at = utcnow(), None
        self.stop_code = self.stopped_at = self.stopped_reason = None
        self.enable_execute_command = bool(service.enable_execute_command)
        self.definition = definition
        self.containers = [container(self, definition, position) for position in range(len(definition.container_definitions))]

        self.host = getattr(instance, "instance", None)
        attach_interfaces(self)

    def advance(self):
        pass

    def reach(self, status):
        """PROVISIONING, PENDING or RUNNING; a task that has started runs until it is stopped."""
        if self.started_at:
            return
        self.last_status = status
        for each, described in zip(self.containers, self.definition.container_definitions):
            each.last_status = "RUNNING" if status == "RUNNING" else "PENDING"
            each.health_status = "HEALTHY" if status == "RUNNING" and described.get("healthCheck") else "UNKNOWN"
        self.health_status = "HEALTHY" if any(each.health_status == "HEALTHY" for each in self.containers) else "UNKNOWN"
        if status == "RUNNING":
            self.started_at = utcnow()
            ecs_logs.started(self, self.definition)

    def stop(self, code, reason, exit_code=0):
        if exit_code:
            ecs_logs.failed(self, self.definition, exit_code)
        elif self.started_at:
            ecs_logs.stopped(self, self.definition, reason)
        self.health_status = "UNKNOWN"
        self.last_status = self.desired_status = "STOPPED"
        self.stop_code, self.stopped_reason, self.stopped_at = code, reason, utcnow()
        for each in self.containers:
            each.last_status, each.health_status = "STOPPED", "UNKNOWN"
            each.exitCode = exit_code if self.started_at else None
        # As in ECS, the interface goes with the task; one that stays would keep its security group from being deleted.
        detach_interfaces(self)


def detail(attachment, name):
    return next(each["value"] for each in attachment["details"] if each["name"] == name)


def interfaces(task):
    """Of a task that has any: moto makes them, and attaches them to nothing."""
    known = ec2_backends[task._account_id][task.region_name].enis
    return [known[detail(attachment, "networkInterfaceId")] for attachment in task.attachments if detail(attachment, "networkInterfaceId") in known]


def attach_interfaces(task):
    """A task's interface takes one of its instance's places, which EC2 counts too."""
    for interface in interfaces(task) if task.host else ():
        task.host.attach_eni(interface, next(place for place in range(1, 100) if place not in task.host.nics))


def detach_interfaces(task):
    for interface in interfaces(task):
        if interface.instance:
            interface.instance.detach_eni(interface)
        ec2_backends[task._account_id][task.region_name].enis.pop(interface.id)
    for attachment in task.attachments:
        attachment["status"] = "DELETED"


def container(task, definition, position):
    """moto's Container knows only a task definition's first one."""
    made, described = Container(definition), definition.container_definitions[position]
    made.task_arn, made.exitCode = task.task_arn, None
    made.network_interfaces = [
        {"attachmentId": attachment["id"], "privateIpv4Address": detail(attachment, "privateIPv4Address")} for attachment in task.attachments
    ]
    for attribute in ("name", "image", "cpu", "memory", "environment", "command"):
        setattr(made, attribute, described.get(attribute))
    return made


def tags(service, definition):
    """ECS's own tags, and those of what propagateTags names."""
    managed = {"aws:ecs:clusterName": service.cluster_name, "aws:ecs:serviceName": service.name} if service.enable_ecs_managed_tags else {}
    propagated = {"SERVICE": service.tags, "TASK_DEFINITION": definition.tags}.get(service.propagate_tags) or []
    return [*propagated, *({"key": key, "value": value} for key, value in managed.items())]


def of_service(service):
    group = f"service:{service.name}"
    return [task for task in service._backend.tasks.get(service.cluster_name, {}).values() if task.group == group]


def alive(service):
    """Tasks that run or are about to."""
    return [task for task in of_service(service) if task.last_status != "STOPPED"]


def running(service):
    return [task for task in of_service(service) if task.last_status == "RUNNING"]


def start(service, deployment, status="RUNNING"):
    task = ServiceTask(service, deployment)
    service._backend.tasks.setdefault(service.cluster_name, {})[task.task_arn] = task
    task.reach(status)
    return task


def start_and_fail(service, deployment):
    crash(service, [start(service, deployment)])


def crash(service, tasks):
    for task in tasks:
        task.stop("EssentialContainerExited", "Essential container in task exited", exit_code=1)
    forget_old(service)


def stop(service, tasks):
    for task in tasks:
        task.stop("ServiceSchedulerInitiated", f"Scaling activity initiated by (deployment {service.deployments[0]['id']})")
    forget_old(service)


def forget_old(service):
    stopped = [task for task in of_service(service) if task.last_status == "STOPPED"]
    for task in stopped[:-KEPT_STOPPED]:
        del service._backend.tasks[service.cluster_name][task.task_arn]


def settle(backend):
    """Stops the tasks of instances that EC2 no longer runs; their services start others."""
    for instance in ecs_instances.settle(backend):
        for task in ecs_instances.tasks_on(instance):
            lose(task, f"Host EC2 (instance {instance.ec2_instance_id}) terminated.")


def lose(task, reason):
    if isinstance(task, ServiceTask):
        task.stop("TerminationNotice", reason, exit_code=None)
    else:
        task.last_status = task.desired_status = "STOPPED"
        task.stopped_reason = reason


def stopping(stop_task):
    """moto would leave the interface and the containers of a service's task as they are."""
    def wrapped(backend, cluster_str, task_str, reason):
        tasks = backend.tasks.get(backend._get_cluster(cluster_str).name, {}).values()
        task = next((each for each in tasks if each.id == task_str.split("/")[-1]), None)
        if not isinstance(task, ServiceTask):
            return stop_task(backend, cluster_str, task_str, reason)
        if task.last_status != "STOPPED":
            task.stop("UserInitiated", reason or "Task stopped by user")
        return task

    return wrapped


def listing_by_service(list_tasks):
    def wrapped(backend, cluster_str=None, container_instance=None, family=None, started_by=None, service_name=None, desiredStatus=None):
        found = list_tasks(backend, cluster_str, None, family, started_by, None, desiredStatus or "RUNNING")
        if container_instance:
            found = [task for task in found if container_instance in (task.container_instance_arn or "")]
        if service_name:
            found = [task for task in found if task.group == f"service:{service_name.split('/')[-1]}"]
        return found

    return wrapped


def install():
    Backend.list_tasks = listing_by_service(Backend.list_tasks)
    Backend.stop_task = stopping(Backend.stop_task)
