"""ECS's scheduler: starts and stops the tasks of a service's deployments, and notes at the service what it does."""
import math

from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

import ecs_placement
import ecs_tasks

KEPT_EVENTS = 100  # as many as ECS shows


def note(service, text):
    entry = {"id": str(mock_random.uuid4()), "createdAt": utcnow(), "message": f"(service {service.name}) {text}"}
    service.events[:] = [entry, *service.events[:KEPT_EVENTS - 1]]


def try_to_place(service, primary, advance):
    """ECS tries again and again, and notes each time why it could not."""
    try:
        advance(service, primary)
    except ecs_placement.Unplaceable as reason:
        note(service, str(reason))


def old_tasks(service):
    return [task for task in ecs_tasks.alive(service) if task.started_by != service.deployments[0]["id"]]


def new_tasks(service):
    return [task for task in ecs_tasks.alive(service) if task.started_by == service.deployments[0]["id"]]


def make_room(service):
    """ECS stops the old tasks first where maximumPercent leaves no room for both."""
    if (service.deployment_configuration or {}).get("maximumPercent", 200) <= 100:
        stop(service, old_tasks(service))


def place(service, primary, status="RUNNING"):
    """Starts what is missing, beside the old tasks if they leave enough, else after as many of them as may go."""
    try:
        scale(service, primary, status)
    except ecs_placement.Unplaceable:
        minimum = (service.deployment_configuration or {}).get("minimumHealthyPercent", 100)
        spare = old_tasks(service)[math.ceil(service.desired_count * minimum / 100):]
        if not spare:
            raise
        stop(service, spare)
        scale(service, primary, status)


def scale(service, primary, status="RUNNING"):
    """As many tasks of a deployment as are desired: after a change of the count, or when one was stopped from outside."""
    tasks = new_tasks(service)
    for _ in range(service.desired_count - len(tasks)):
        task = ecs_tasks.start(service, primary, status)
        note(service, f"has started 1 tasks: (task {task.id}).")
    stop(service, tasks[service.desired_count:])


def stop(service, tasks):
    ecs_tasks.stop(service, tasks)
    if tasks:
        note(service, f"has stopped {len(tasks)} running tasks: {' '.join(f'(task {task.id})' for task in tasks)}.")
