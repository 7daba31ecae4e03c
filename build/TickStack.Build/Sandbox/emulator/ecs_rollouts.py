"""Rollouts of ECS services, which moto 5.2.1 leaves at 0 running tasks for ever.

Each DescribeServices call moves a service's rollout on by one tick. How it goes is scripted with
POST /tickstack/ecs {"service": NAME, "outcome": OUTCOME, "ticks": N}, for the rollouts that follow of that service
(NAME "*": of all that have no script of their own):

    ok      after N ticks (1 unless given) the new tasks run, the old deployment is gone, and rolloutState is COMPLETED
    fail    at every tick a task of the new deployment fails; at the third, ECS's threshold for small services, the
            circuit breaker sets FAILED, where the service has one, and with rollback deploys the last good task
            definition again
    stuck   no task can be placed
"""
import copy
from dataclasses import dataclass

from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

import ecs_placement
import ecs_tasks
from wsgi import BadRequest

OUTCOMES = ("ok", "fail", "stuck")
CIRCUIT_BREAKER_THRESHOLD = 3


@dataclass
class Plan:
    outcome: str = "ok"
    ticks: int = 1


@dataclass
class Rollout:
    """Where a service's current rollout stands, beside what its deployments say."""

    plan: Plan
    ticks: int = 0
    last_good: str | None = None  # task definition


plans = {}  # service name or "*" → Plan


def reset():
    plans.clear()


def script(request):
    unknown = set(request) - {"service", "outcome", "ticks"}
    if unknown or not request.get("service"):
        raise BadRequest('Give "service" and, if need be, "outcome" and "ticks".')
    plan = Plan(request.get("outcome", "ok"), request.get("ticks", 1))
    if plan.outcome not in OUTCOMES or not isinstance(plan.ticks, int) or plan.ticks < 1:
        raise BadRequest(f'"outcome" is one of {", ".join(OUTCOMES)}; "ticks" is a number from 1 on.')
    plans[request["service"]] = plan
    return {}


def plan_of(service):
    return plans.get(service.name) or plans.get("*") or Plan()


def note(service, text):
    entry = {"id": str(mock_random.uuid4()), "createdAt": utcnow(), "message": f"(service {service.name}) {text}"}
    service.events.insert(0, entry)


def deploy(service, task_definition, plan, reason=None):
    """Makes a new deployment PRIMARY; the others stay ACTIVE until it is complete."""
    now, deployment_id = utcnow(), f"ecs-svc/{mock_random.randint(10**18, 10**19 - 1)}"
    for old in service.deployments:
        old["status"] = "ACTIVE"
    deployment = copy.deepcopy(service.deployments[0])
    deployment.update(
        id=deployment_id, status="PRIMARY", taskDefinition=task_definition, createdAt=now, updatedAt=now, failedTasks=0,
        desiredCount=service.desired_count, pendingCount=service.desired_count, runningCount=0, rolloutState="IN_PROGRESS",
        rolloutStateReason=reason or f"ECS deployment {deployment_id} in progress.", networkConfiguration=service.network_configuration)
    service.deployments.insert(0, deployment)
    service.task_definition = task_definition
    service.rollout.plan, service.rollout.ticks = plan, 0


def tick(service):
    if service.status != "ACTIVE" or not service.deployments:
        return
    primary = service.deployments[0]
    if primary["rolloutState"] == "IN_PROGRESS":
        service.rollout.ticks += 1
        primary["updatedAt"] = utcnow()
        make_room(service)
        try_to_place(service, primary, ADVANCE[service.rollout.plan.outcome])
    elif primary["rolloutState"] == "COMPLETED":
        try_to_place(service, primary, scale)
    count(service)


def try_to_place(service, primary, advance):
    """ECS tries again and again, and notes each time why it could not."""
    try:
        advance(service, primary)
    except ecs_placement.Unplaceable as reason:
        note(service, str(reason))


def make_room(service):
    """ECS stops the old tasks first where maximumPercent leaves no room for both."""
    if (service.deployment_configuration or {}).get("maximumPercent", 200) <= 100:
        primary = service.deployments[0]["id"]
        ecs_tasks.stop(service, [task for task in ecs_tasks.running(service) if task.started_by != primary])


def advance_ok(service, primary):
    if service.rollout.ticks < service.rollout.plan.ticks:
        return
    ecs_tasks.stop(service, [task for task in ecs_tasks.running(service) if task.started_by != primary["id"]])
    scale(service, primary)
    primary.update(rolloutState="COMPLETED", rolloutStateReason=f"ECS deployment {primary['id']} completed.")
    service.deployments[:] = [primary]
    service.rollout.last_good = primary["taskDefinition"]
    note(service, f"(deployment {primary['id']}) deployment completed.")
    note(service, "has reached a steady state.")


def advance_failing(service, primary):
    ecs_tasks.start_and_fail(service, primary)
    primary["failedTasks"] += 1
    note(service, f"(deployment {primary['id']}) deployment failed: tasks failed to start.")
    breaker = (service.deployment_configuration or {}).get("deploymentCircuitBreaker", {})
    if breaker.get("enable") and primary["failedTasks"] >= CIRCUIT_BREAKER_THRESHOLD:
        primary.update(rolloutState="FAILED", rolloutStateReason="ECS deployment circuit breaker: tasks failed to start.", pendingCount=0)
        if breaker.get("rollback") and service.rollout.last_good:
            roll_back(service)


def roll_back(service):
    good = service.rollout.last_good
    note(service, f"rolling back to task definition {good}.")
    deploy(service, good, Plan(), f"ECS deployment circuit breaker: rolling back to {good}.")


def advance_stuck(service, _):
    note(service, ecs_placement.scripted(service))


ADVANCE = {"ok": advance_ok, "fail": advance_failing, "stuck": advance_stuck}


def scale(service, primary):
    """As many tasks of a deployment as are desired: after a change of the count, or when one was stopped from outside."""
    tasks = [task for task in ecs_tasks.running(service) if task.started_by == primary["id"]]
    for _ in range(service.desired_count - len(tasks)):
        ecs_tasks.start(service, primary)
    ecs_tasks.stop(service, tasks[service.desired_count:])


def count(service):
    running = ecs_tasks.running(service)
    for deployment in service.deployments:
        deployment["runningCount"] = sum(task.started_by == deployment["id"] for task in running)
    primary = service.deployments[0]
    primary["desiredCount"] = service.desired_count
    pending = service.status == "ACTIVE" and primary["rolloutState"] != "FAILED"
    primary["pendingCount"] = max(service.desired_count - primary["runningCount"], 0) if pending else 0
    service.running_count, service.pending_count = len(running), primary["pendingCount"]
    count_cluster(service._backend, service.cluster_name)


def count_cluster(backend, name):
    services = [service for service in backend.services.values() if service.cluster_name == name]
    backend.clusters[name].running_tasks_count = sum(service.running_count for service in services)
    backend.clusters[name].pending_tasks_count = sum(service.pending_count for service in services)
