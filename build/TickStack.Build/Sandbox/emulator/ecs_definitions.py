"""Task definitions: lists in order and in pages, and what a revision that is not ACTIVE is good for."""
from functools import wraps

from moto.core.utils import utcnow
from moto.ecs.exceptions import EcsClientException, TaskDefinitionNotFoundException
from moto.ecs.models import EC2ContainerServiceBackend as Backend
from moto.ecs.responses import EC2ContainerServiceResponse as Response

import paging

PAGE = 100


def find_active(backend, named):
    """The task definition that a service is to run; ECS starts none that has been deregistered."""
    definition = backend.describe_task_definition(named)
    if definition.status != "ACTIVE":
        raise EcsClientException("TaskDefinition is inactive")
    return definition


def latest_active(describe_task_definition):
    """A family alone names its latest ACTIVE revision; moto takes the latest of all."""
    @wraps(describe_task_definition)
    def wrapped(backend, task_definition_str):
        family = task_definition_str.split("/")[-1]
        if ":" in family:
            return describe_task_definition(backend, task_definition_str)
        active = [each for each in backend.task_definitions.get(family, {}).values() if each.status == "ACTIVE"]
        if not active:
            raise TaskDefinitionNotFoundException()
        return max(active, key=lambda definition: definition.revision)

    return wrapped


def listing(response):
    get = response._get_param
    prefix, status = get("familyPrefix"), get("status", "ACTIVE")
    known = [each for family in response.ecs_backend.task_definitions.values() for each in family.values()]
    found = [each for each in known if each.status == status and prefix in (None, each.family)]
    found.sort(key=lambda definition: (definition.family, definition.revision), reverse=get("sort") == "DESC")
    return paging.answer("taskDefinitionArns", [each.arn for each in found], response, PAGE)


def registering(register_task_definition):
    """moto keeps the tags and does not answer with them."""
    @wraps(register_task_definition)
    def wrapped(response):
        result = register_task_definition(response)
        definition = result.result["taskDefinition"]
        definition.registered_at, definition.deregistered_at = utcnow(), None
        result.result["tags"] = definition.tags
        return result

    return wrapped


def deregistering(deregister_task_definition):
    @wraps(deregister_task_definition)
    def wrapped(backend, task_definition_str):
        definition = deregister_task_definition(backend, task_definition_str)
        definition.deregistered_at = definition.deregistered_at or utcnow()
        return definition

    return wrapped


def install():
    Backend.describe_task_definition = latest_active(Backend.describe_task_definition)
    Backend.deregister_task_definition = deregistering(Backend.deregister_task_definition)
    Response.list_task_definitions = listing
    Response.register_task_definition = registering(Response.register_task_definition)
