"""The calls on ECS services: CreateService, UpdateService, DescribeServices and DeleteService with rollouts.

Plain moto forgets most settings, creates a service twice, and UpdateService makes no deployment.
"""
from functools import wraps
from threading import RLock

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.exceptions import ECSException, InvalidParameterException
from moto.ecs.models import EC2ContainerServiceBackend as Backend
from moto.ecs.models import Service
from moto.ecs.responses import EC2ContainerServiceResponse as Response

import ecs_account
import ecs_capacity
import ecs_definitions
import ecs_deployments
import ecs_instances
import ecs_placement
import ecs_rollouts
import ecs_tasks

# What CreateService and UpdateService take and DescribeServices returns: parameter → moto's attribute.
SETTINGS = {
    **ecs_deployments.CONFIGURATION,
    "deploymentConfiguration": "deployment_configuration",
    "enableECSManagedTags": "enable_ecs_managed_tags",
    "enableExecuteCommand": "enable_execute_command",
    "healthCheckGracePeriodSeconds": "health_check_grace_period_seconds",
    "placementConstraints": "placement_constraints",
    "placementStrategy": "placement_strategy",
    "propagateTags": "propagate_tags",
}
# A change of one of these makes UpdateService start a deployment, as a new task definition does.
DEPLOYING = tuple(ecs_deployments.CONFIGURATION)

FORCE_NEEDED = (
    "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider "
    "strategy on a service that is already using one, you must force a new deployment.")

lock = RLock()


class ServiceNotActive(ECSException):
    def __init__(self):
        super().__init__("ServiceNotActiveException", "Service was not ACTIVE.")


def settled(call_action):
    """One call at a time, its answer's serialization included, and each on what EC2 runs by then."""
    @wraps(call_action)
    def wrapped(response):
        with lock:
            ecs_tasks.settle(response.ecs_backend)
            return call_action(response)

    return wrapped


def making_once(create_cluster):
    """A cluster that is there already is what CreateCluster returns; moto would replace it by an empty one."""
    @wraps(create_cluster)
    def wrapped(backend, cluster_name, *args, **kwargs):
        known = backend.clusters.get(cluster_name)
        return known if known and known.status == "ACTIVE" else create_cluster(backend, cluster_name, *args, **kwargs)

    return wrapped


def with_rollout(init):
    @wraps(init)
    def wrapped(service, *args, **kwargs):
        init(service, *args, **kwargs)
        service.rollout = ecs_rollouts.Rollout(ecs_rollouts.plan_of(service))
        service.created_at = utcnow()
        ecs_deployments.keep_history(service)
        for attribute in SETTINGS.values():
            if not hasattr(service, attribute):
                setattr(service, attribute, None)

    return wrapped


def keep_settings(response, service):
    for parameter, attribute in SETTINGS.items():
        value = response._get_param(parameter)
        if value is not None:
            setattr(service, attribute, value)


def strategy(response):
    """The capacity provider strategy of a request as ECS returns it, None when there is none."""
    items = response._get_param("capacityProviderStrategy")
    for name in (item["capacityProvider"] for item in items or []):
        if name not in ecs_placement.FARGATE and response.ecs_backend._get_provider(name) is None:
            raise InvalidParameterException(f"The specified capacity provider '{name}' was not found. Specify a valid name or ARN and try again.")
    return items and [{"weight": 0, "base": 0, **item} for item in items]


def creating(create_service):
    @wraps(create_service)
    def wrapped(response):
        check_new(response)
        chosen = strategy(response)
        result = create_service(response)
        service = result.result["service"]
        keep_settings(response, service)
        use_strategy(service, chosen or default_strategy(response, service))
        service.deployments[0].update(
            rolloutState="IN_PROGRESS", launchType=service.launch_type, capacityProviderStrategy=service.capacity_provider_strategy)
        ecs_deployments.begin(service)
        return result

    return wrapped


def check_new(response):
    backend, get = response.ecs_backend, response._get_param
    old = backend.services.get(f"{get('cluster', 'default').split('/')[-1]}:{get('serviceName')}")
    if old and old.status == "ACTIVE":
        raise InvalidParameterException("Creation of service was not idempotent.")
    if get("launchType") and get("capacityProviderStrategy"):
        raise InvalidParameterException("Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.")
    definition = ecs_definitions.find_active(backend, get("taskDefinition"))
    if definition.network_mode == "awsvpc" and not get("networkConfiguration"):
        raise InvalidParameterException("Network Configuration must be provided when networkMode 'awsvpc' is specified.")


def default_strategy(response, service):
    """What the cluster says, for a service that says neither launch type nor strategy."""
    said = response._get_param("launchType")
    return None if said else service._backend.clusters[service.cluster_name].default_capacity_provider_strategy


def use_strategy(service, chosen):
    service.capacity_provider_strategy = chosen
    if chosen:
        service.launch_type = None


def update_service(response):
    backend, get = response.ecs_backend, response._get_param
    service = backend._get_service(get("cluster", "default"), get("service").split("/")[-1])
    if service.status != "ACTIVE":
        raise ServiceNotActive()
    named, chosen = get("taskDefinition"), strategy(response)
    task_definition = ecs_definitions.find_active(backend, named).arn if named else service.task_definition
    if chosen and chosen != service.capacity_provider_strategy and not get("forceNewDeployment"):
        raise InvalidParameterException(FORCE_NEEDED)
    before = {parameter: getattr(service, SETTINGS[parameter]) for parameter in DEPLOYING}
    keep_settings(response, service)
    use_strategy(service, chosen or before["capacityProviderStrategy"])
    service.desired_count = service.desired_count if get("desiredCount") is None else get("desiredCount")
    changed = any(getattr(service, SETTINGS[parameter]) != value for parameter, value in before.items())
    if changed or task_definition != service.task_definition or get("forceNewDeployment"):
        ecs_rollouts.deploy(service, task_definition, ecs_rollouts.plan_of(service))
    ecs_rollouts.count(service)
    return ActionResult({"service": service})


def describing(describe_services):
    @wraps(describe_services)
    def wrapped(backend, cluster_str, service_names_or_arns):
        found, failures = describe_services(backend, cluster_str, service_names_or_arns)
        for service in found:
            ecs_rollouts.tick(service)
        return found, failures

    return wrapped


def deleting(delete_service):
    @wraps(delete_service)
    def wrapped(backend, cluster_name, service_name, force):
        service = delete_service(backend, cluster_name, service_name.split("/")[-1], force)
        ecs_tasks.stop(service, ecs_tasks.alive(service))
        ecs_deployments.keep_history(service)  # ECS forgets it with the service
        ecs_rollouts.count(service)
        return service

    return wrapped


def install():
    ecs_account.install()
    ecs_capacity.install()
    ecs_definitions.install()
    ecs_deployments.install()
    ecs_instances.install()
    ecs_tasks.install()
    Response.call_action = settled(Response.call_action)
    Backend.create_cluster = making_once(Backend.create_cluster)
    Service.__init__ = with_rollout(Service.__init__)
    Response.create_service = creating(Response.create_service)
    Response.update_service = update_service
    Backend.describe_services = describing(Backend.describe_services)
    Backend.delete_service = deleting(Backend.delete_service)
