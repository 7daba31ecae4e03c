"""Service deployments and service revisions: the history of a service, which moto lacks.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html. A deployment of DescribeServices
(ecs-svc/ID) is one attempt to run a revision; a service deployment is what a CreateService or UpdateService started,
with the roll-back that may follow. ECS forgets it after 90 days, the emulator when it ends.
"""
import base64
import copy
import uuid

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.exceptions import InvalidParameterException
from moto.ecs.responses import EC2ContainerServiceResponse as Response

import paging

# What a revision keeps of its service, and a roll-back brings back: parameter → moto's attribute.
CONFIGURATION = {
    "capacityProviderStrategy": "capacity_provider_strategy",
    "loadBalancers": "load_balancers",
    "networkConfiguration": "network_configuration",
    "platformVersion": "platform_version",
    "serviceRegistries": "service_registries",
}
BRIEF = ("serviceDeploymentArn", "serviceArn", "clusterArn", "startedAt", "createdAt", "finishedAt", "status", "statusReason")
OPEN = ("PENDING", "IN_PROGRESS", "ROLLBACK_IN_PROGRESS")
CIRCUIT_BREAKER = "the circuit breaker threshold was exceeded."
PAGE = 20
DESCRIBED_AT_ONCE = 20


def keep_history(service):
    service.service_deployments = []  # newest first
    service.service_revisions = {}  # ARN → revision


def arn(service, kind, identifier):
    return f"{service.arn.rsplit(':', 1)[0]}:{kind}/{service.cluster_name}/{service.name}/{identifier}"


def begin(service):
    """A service deployment of what a service is to run from now on."""
    now, deployment = utcnow(), service.deployments[0]
    revision = revise(service, deployment)
    deployment["serviceRevisionArn"] = revision["serviceRevisionArn"]
    made = {
        "serviceDeploymentArn": arn(service, "service-deployment", base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")),
        "serviceArn": service.arn,
        "clusterArn": service.cluster_arn,
        "createdAt": now,
        "updatedAt": now,
        "sourceServiceRevisions": [summary(old) for old in service.deployments[1:] if old["rolloutState"] != "FAILED"],
        "targetServiceRevision": {"arn": revision["serviceRevisionArn"]},
        "status": "PENDING",
        "deploymentConfiguration": copy.deepcopy(service.deployment_configuration),
        "alarms": {"status": "DISABLED", "alarmNames": [], "triggeredAlarmNames": []},
    }
    supersede(service, made)
    service.service_deployments.insert(0, made)
    count(service)


def revise(service, deployment):
    definition = service._backend.describe_task_definition(deployment["taskDefinition"])
    revision = {
        "serviceRevisionArn": arn(service, "service-revision", deployment["id"].split("/")[-1]),
        "serviceArn": service.arn,
        "clusterArn": service.cluster_arn,
        "taskDefinition": definition.arn,
        "launchType": service.launch_type,
        "containerImages": [image(container) for container in definition.container_definitions],
        "guardDutyEnabled": False,
        "createdAt": utcnow(),
        **{parameter: copy.deepcopy(getattr(service, attribute)) for parameter, attribute in CONFIGURATION.items()},
    }
    service.service_revisions[revision["serviceRevisionArn"]] = revision
    return revision


def image(container):
    digest = container["image"].partition("@")[2]
    return {"containerName": container["name"], "image": container["image"], **({"imageDigest": digest} if digest else {})}


def summary(deployment):
    return {
        "arn": deployment["serviceRevisionArn"],
        "requestedTaskCount": deployment["desiredCount"],
        "runningTaskCount": deployment["runningCount"],
        "pendingTaskCount": deployment["pendingCount"],
    }


def current(service):
    """The newest service deployment while it lasts."""
    newest = service.service_deployments[0] if service.service_deployments else None
    return newest if newest and newest["status"] in OPEN else None


def supersede(service, successor):
    old = current(service)
    if old:
        stopped = "ROLLBACK_FAILED" if old["status"] == "ROLLBACK_IN_PROGRESS" else "STOPPED"
        finish(old, stopped, f"Service deployment superseded by {successor['serviceDeploymentArn']}.")


def start(service):
    deployment = current(service)
    if deployment and deployment["status"] == "PENDING":
        deployment.update(status="IN_PROGRESS", startedAt=utcnow())


def complete(service):
    """Ends the service deployment, and returns the revision that a later one may be rolled back to."""
    deployment = current(service)
    rolled_back = deployment["status"] == "ROLLBACK_IN_PROGRESS"
    count(service)
    finish(deployment, "ROLLBACK_SUCCESSFUL" if rolled_back else "SUCCESSFUL", deployment.get("statusReason"))
    return service.service_revisions[service.deployments[0]["serviceRevisionArn"]]


def fail(service, failures, threshold, rollback):
    """The circuit breaker stopped the rollout: a roll-back follows, or (rollback None) nothing does."""
    deployment = current(service)
    wanted = (service.deployment_configuration or {})["deploymentCircuitBreaker"].get("rollback")
    count(service)
    deployment["deploymentCircuitBreaker"] = {"status": "TRIGGERED", "failureCount": failures, "threshold": threshold}
    if rollback is None:
        reason = f"Service deployment {'could not be rolled back' if wanted else 'stopped'} because {CIRCUIT_BREAKER}"
        finish(deployment, "ROLLBACK_FAILED" if wanted else "STOPPED", reason)
        return
    reason = f"Service deployment rolled back because {CIRCUIT_BREAKER}"
    deployment.update(
        status="ROLLBACK_IN_PROGRESS", statusReason=reason, updatedAt=utcnow(),
        rollback={"reason": reason, "startedAt": utcnow(), "serviceRevisionArn": rollback["serviceRevisionArn"]})


def finish(deployment, status, reason):
    now = utcnow()
    deployment.update(status=status, statusReason=reason, finishedAt=now, updatedAt=now)
    if status in ("STOPPED", "ROLLBACK_FAILED"):
        deployment["stoppedAt"] = now


def count(service):
    """Counts of the revision that is being deployed; those of a deployment that is over stay as they were."""
    deployment = current(service)
    live = {each["arn"]: each for each in map(summary, service.deployments)}
    if deployment:
        target = deployment["targetServiceRevision"]
        target.update(live.get(target["arn"], {"runningTaskCount": 0, "pendingTaskCount": 0}))
    service.current_service_deployment = service.service_deployments[0]["serviceDeploymentArn"] if service.service_deployments else None
    service.current_service_revisions = list(live.values())


def bring_back(service, revision):
    """Configures a service as a revision says it was."""
    service.launch_type = revision["launchType"]
    for parameter, attribute in CONFIGURATION.items():
        setattr(service, attribute, copy.deepcopy(revision[parameter]))


def listing(response):
    backend, get = response.ecs_backend, response._get_param
    service = backend._get_service(get("cluster", "default"), get("service").split("/")[-1])
    made, states = get("createdAt") or {}, get("status")
    found = [
        {**{key: each[key] for key in BRIEF if key in each}, "targetServiceRevisionArn": each["targetServiceRevision"]["arn"]}
        for each in service.service_deployments
        if (not states or each["status"] in states) and within(each["createdAt"], made.get("after"), made.get("before"))
    ]
    return paging.answer("serviceDeployments", found, response, PAGE)


def within(moment, after, before):
    return (after is None or moment > after) and (before is None or moment < before)


def describing(parameter, items, history):
    """DescribeServiceDeployments and DescribeServiceRevisions: by ARN, and a failure for each that is unknown."""
    def describe(response):
        arns = response._get_param(parameter)
        if not 0 < len(arns) <= DESCRIBED_AT_ONCE:
            raise InvalidParameterException(f"{parameter} takes 1 to {DESCRIBED_AT_ONCE} ARNs.")
        known = {key: value for service in response.ecs_backend.services.values() for key, value in history(service).items()}
        missing = [{"arn": each, "reason": "MISSING"} for each in arns if each not in known]
        return ActionResult({items: [known[each] for each in arns if each in known], "failures": missing})

    return describe


def deployments_by_arn(service):
    return {each["serviceDeploymentArn"]: {"deploymentCircuitBreaker": breaker(service, each), **each} for each in service.service_deployments}


def breaker(service, deployment):
    """The circuit breaker of a deployment that has not triggered it."""
    if not ((deployment["deploymentConfiguration"] or {}).get("deploymentCircuitBreaker") or {}).get("enable"):
        return {"status": "DISABLED", "failureCount": 0}
    return {"status": "MONITORING" if deployment["status"] in OPEN else "MONITORING_COMPLETE", "failureCount": 0}


def install():
    Response.list_service_deployments = listing
    Response.describe_service_deployments = describing("serviceDeploymentArns", "serviceDeployments", deployments_by_arn)
    Response.describe_service_revisions = describing("serviceRevisionArns", "serviceRevisions", lambda service: service.service_revisions)
