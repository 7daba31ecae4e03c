"""Auto Scaling: instance refreshes, and settings that moto forgets (each would be a difference in every Terraform plan)."""
import uuid
from functools import wraps

from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult

KEPT = {"DefaultInstanceWarmup": "default_instance_warmup", "MaxInstanceLifetime": "max_instance_lifetime"}

refreshes = {}  # group name → refresh ids, newest first


def reset():
    refreshes.clear()


def start_instance_refresh(response):
    refresh = str(uuid.uuid4())
    refreshes.setdefault(response._get_param("AutoScalingGroupName"), []).insert(0, refresh)
    return ActionResult({"InstanceRefreshId": refresh})


def describe_instance_refreshes(response):
    """Every refresh has succeeded: what it would do to instances is not emulated."""
    group = response._get_param("AutoScalingGroupName")
    return ActionResult({
        "InstanceRefreshes": [
            {"InstanceRefreshId": refresh, "AutoScalingGroupName": group, "Status": "Successful", "PercentageComplete": 100}
            for refresh in refreshes.get(group, [])
        ]
    })


def keeping_settings(action):
    @wraps(action)
    def wrapped(response):
        result = action(response)
        group = response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
        for parameter, attribute in KEPT.items():
            value = response._get_int_param(parameter)
            if value is not None:
                setattr(group, attribute, value)
        policy = response._get_param("InstanceMaintenancePolicy")
        if policy:
            group.instance_maintenance_policy = {key: int(value) for key, value in policy.items()}
        return result

    return wrapped


def install():
    AutoScalingResponse.start_instance_refresh = start_instance_refresh
    AutoScalingResponse.describe_instance_refreshes = describe_instance_refreshes
    for action in ("create_auto_scaling_group", "update_auto_scaling_group"):
        setattr(AutoScalingResponse, action, keeping_settings(getattr(AutoScalingResponse, action)))
