"""Rollouts of ECS services, which moto 5.2.1 leaves at 0 running tasks for ever.

Each DescribeServices call moves a service's rollout on by one tick. How it goes is scripted with
POST /tickstack/ecs {"service": NAME, "outcome": OUTCOME, "ticks": N}, for the rollouts that follow of that service
(NAME "*": of all that have no script of their own):

    ok      after N ticks (1 unless given) the new tasks run, the old deployment is gone, and rolloutState is COMPLETED;
            until then they are PROVISIONING and PENDING, and from 4 ticks on RUNNING at the last but one
    fail    at every tick a task of the new deployment fails; at the third, ECS's threshold for small services, the
            circuit breaker sets FAILED, where the service has one, and with rollback deploys the last good task
            definition again
    stuck   no task can be placed
    crash   the new tasks run for N ticks and end with exit code 1 at the next, again and again

Whatever is scripted, a task runs only where it fits: a cluster's container instances limit what is placed.
"""
import copy
from dataclasses import dataclass

from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random

import ecs_deployments
import ecs_placement
import ecs_scheduler
import ecs_tasks
from wsgi import BadRequest

OUTCOMES = ("ok", "fail", "stuck", "crash")
CIRCUIT_BREAKER_THRESHOLD = 3
CRASHES_UNTIL_NOTED = 3


@dataclass
class Plan:
    outcome: str = "ok"
    ticks: int = 1


@dataclass
class Rollout:
    """Where a service's current rollout stands, beside what its deployments say."""

    plan: Plan
    ticks: int = 0
    last_good: dict | None = None  # service revision


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


def deploy(service, task_definition, plan):
    """Starts a service deployment, which brings a service to a task definition."""
    replace_primary(service, task_definition, plan)
    ecs_deployments.begin(service)


def replace_primary(service, task_definition, plan, reason=None):
    """Makes a new deployment PRIMARY; the others stay ACTIVE until it is complete."""
    now, deployment_id = utcnow(), f"ecs-svc/{mock_random.randint(10**18, 10**19 - 1)}"
    for old in service.deployments:
        old.update(status="ACTIVE", pendingCount=0)
    deployment = copy.deepcopy(service.deployments[0])
    deployment.update(
        id=deployment_id, status="PRIMARY", taskDefinition=task_definition, createdAt=now, updatedAt=now, failedTasks=0,
        desiredCount=service.desired_count, pendingCount=service.desired_count, runningCount=0, rolloutState="IN_PROGRESS",
        rolloutStateReason=reason or f"ECS deployment {deployment_id} in progress.", networkConfiguration=service.network_configuration,
        launchType=service.launch_type, capacityProviderStrategy=service.capacity_provider_strategy)
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
        ecs_deployments.start(service)
        ecs_scheduler.make_room(service)
        ecs_scheduler.try_to_place(service, primary, ADVANCE[service.rollout.plan.outcome])
    elif primary["rolloutState"] == "COMPLETED":
        ecs_scheduler.try_to_place(service, primary, ecs_scheduler.scale)
    count(service)


def advance_ok(service, primary):
    status = step(service.rollout)
    try:
        ecs_scheduler.place(service, primary, status)
    finally:
        for task in ecs_scheduler.new_tasks(service):
            task.reach(status)
    if service.rollout.ticks < service.rollout.plan.ticks:
        return
    ecs_scheduler.stop(service, ecs_scheduler.old_tasks(service))
    primary.update(rolloutState="COMPLETED", rolloutStateReason=f"ECS deployment {primary['id']} completed.")
    service.deployments[:] = [primary]
    count(service)
    service.rollout.last_good = ecs_deployments.complete(service)
    ecs_scheduler.note(service, f"(deployment {primary['id']}) deployment completed.")
    ecs_scheduler.note(service, "has reached a steady state.")


def step(rollout):
    """How far the tasks of a rollout have come: they run when it is complete, or one tick before where there is time for that."""
    last = rollout.plan.ticks
    if rollout.ticks >= last - int(last > 3):
        return "RUNNING"
    return "PROVISIONING" if rollout.ticks == 1 else "PENDING"


def advance_failing(service, primary):
    ecs_tasks.start_and_fail(service, primary)
    primary["failedTasks"] += 1
    ecs_scheduler.note(service, f"(deployment {primary['id']}) deployment failed: tasks failed to start.")
    breaker = (service.deployment_configuration or {}).get("deploymentCircuitBreaker", {})
    if breaker.get("enable") and primary["failedTasks"] >= CIRCUIT_BREAKER_THRESHOLD:
        primary.update(rolloutState="FAILED", rolloutStateReason="ECS deployment circuit breaker: tasks failed to start.", pendingCount=0)
        good = service.rollout.last_good if breaker.get("rollback") else None
        ecs_deployments.fail(service, primary["failedTasks"], CIRCUIT_BREAKER_THRESHOLD, good)
        if good:
            roll_back(service, good)


def roll_back(service, good):
    task_definition = good["taskDefinition"]
    ecs_scheduler.note(service, f"rolling back to task definition {task_definition}.")
    ecs_deployments.bring_back(service, good)
    replace_primary(service, task_definition, Plan(), f"ECS deployment circuit breaker: rolling back to {task_definition}.")
    service.deployments[0]["serviceRevisionArn"] = good["serviceRevisionArn"]


def advance_crashing(service, primary):
    """Tasks that have run are no failures to the circuit breaker: ECS starts others for ever."""
    up = service.rollout.plan.ticks
    if service.rollout.ticks % (up + 1):
        ecs_scheduler.place(service, primary)
        ecs_scheduler.stop(service, ecs_scheduler.old_tasks(service))
        return
    ecs_tasks.crash(service, ecs_scheduler.new_tasks(service))
    if service.rollout.ticks == CRASHES_UNTIL_NOTED * (up + 1):
        ecs_scheduler.note(service, f"is unable to consistently start tasks successfully. {ecs_placement.SEE}")


def advance_stuck(service, _):
    ecs_scheduler.note(service, ecs_placement.scripted(service))


ADVANCE = {"ok": advance_ok, "fail": advance_failing, "stuck": advance_stuck, "crash": advance_crashing}


def count(service):
    running = ecs_tasks.running(service)
    for deployment in service.deployments:
        deployment["runningCount"] = sum(task.started_by == deployment["id"] for task in running)
    primary = service.deployments[0]
    primary["desiredCount"] = service.desired_count
    pending = service.status == "ACTIVE" and primary["rolloutState"] != "FAILED"
    primary["pendingCount"] = max(service.desired_count - primary["runningCount"], 0) if pending else 0
    service.running_count, service.pending_count = len(running), primary["pendingCount"]
    ecs_deployments.count(service)
    count_cluster(service._backend, service.cluster_name)


def count_cluster(backend, name):
    services = [service for service in backend.services.values() if service.cluster_name == name]
    backend.clusters[name].active_services_count = sum(service.status == "ACTIVE" for service in services)
    backend.clusters[name].running_tasks_count = sum(service.running_count for service in services)
    backend.clusters[name].pending_tasks_count = sum(service.pending_count for service in services)
