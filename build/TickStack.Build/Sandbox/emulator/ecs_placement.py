"""Where a service's task runs, or why it cannot: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"""
import ecs_instances
from ecs_reservations import reservation

FARGATE = ("FARGATE", "FARGATE_SPOT")
NO_FIT = "was unable to place a task because no container instance met all of its requirements."
SEE = "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide."


class Unplaceable(Exception):
    """No instance takes the task; the text is what ECS notes at the service."""


def place(service, definition):
    """The instance for one more task; None for one of Fargate, and in a cluster that is not given any instances."""
    if is_on_fargate(service):
        return None
    known = active(service)
    if not known:
        return without_instances(service)
    shortfalls = {instance.id: shortfall(instance, definition) for instance in known}
    fitting = next((instance for instance in known if shortfalls[instance.id] is None), None)
    if fitting is None:
        closest = max(known, key=free_memory).id
        raise Unplaceable(because(closest, shortfalls[closest]))
    return fitting


def is_on_fargate(service):
    return service.launch_type == "FARGATE" or any(item["capacityProvider"] in FARGATE for item in service.capacity_provider_strategy or [])


def active(service):
    """A service's instances with what is free on them now, those of its strategy's providers where it has one."""
    providers = [item["capacityProvider"].split("/")[-1] for item in service.capacity_provider_strategy or []]
    known = service._backend.container_instances.get(service.cluster_name, {}).values()
    found = [each for each in known if each.status == "ACTIVE" and (not providers or getattr(each, "capacity_provider_name", None) in providers)]
    for instance in found:
        ecs_instances.count(instance)
    return found


def without_instances(service):
    cluster = service._backend.clusters[service.cluster_name]
    if any(ecs_instances.groups(service._backend, cluster)):
        raise Unplaceable(f"{NO_FIT} Reason: No Container Instances were found in your capacity provider. {SEE}")


def because(identifier, reason):
    return f"{NO_FIT} The closest matching (container-instance {identifier}) {reason}. {SEE}"


def scripted(service):
    """What ECS would note of a task that fits nowhere."""
    known = active(service)
    if known:
        return because(max(known, key=free_memory).id, "has insufficient memory available")
    return f"{NO_FIT} Reason: No Container Instances were found in your cluster. {SEE}"


def free_memory(instance):
    return ecs_instances.resource(instance.remaining_resources, "MEMORY")


def shortfall(instance, definition):
    """What an instance lacks for a task, None when nothing."""
    needed, left = reservation(definition), instance.remaining_resources
    if needed["CPU"] > ecs_instances.resource(left, "CPU"):
        return "has insufficient CPU units available"
    if needed["MEMORY"] > ecs_instances.resource(left, "MEMORY"):
        return "has insufficient memory available"
    if any(set(needed[ports]) & set(ecs_instances.resource(left, ports)) for ports in ("PORTS", "PORTS_UDP")):
        return "is already using a port required by your task"
    if needed["ENI"] > instance.remaining_interfaces:
        return 'encountered error "RESOURCE:ENI"'
    return None
