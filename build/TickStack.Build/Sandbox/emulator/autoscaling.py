"""Auto Scaling: instance refreshes, and settings that moto forgets (each would be a difference in every Terraform plan)."""
import uuid
from functools import wraps

from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult

import data_volume

KEPT = {"DefaultInstanceWarmup": "default_instance_warmup", "MaxInstanceLifetime": "max_instance_lifetime"}

refreshes = {}  # group name → refresh ids, newest first


def reset():
    refreshes.clear()


def version(group):
    """The version of its launch template that a group launches now, None where it has no launch template."""
    template = group.ec2_launch_template
    return template.get_version(group.launch_template_version).number if template else None


def start_instance_refresh(response):
    """Is over at once: what is outdated has been replaced when it answers."""
    backend = response.autoscaling_backend
    group = backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
    preferences = response._get_param("Preferences") or {}
    skips_matching = str(preferences.get("SkipMatching")).lower() == "true"
    replace(backend, [each.instance.id for each in group.instance_states if not skips_matching or launched_from(each) != version(group)])
    refresh = str(uuid.uuid4())
    refreshes.setdefault(group.name, []).insert(0, refresh)
    return ActionResult({"InstanceRefreshId": refresh})


def replace(backend, instances):
    """The old one goes first."""
    for instance in instances:
        backend.ec2_backend.terminate_instances([instance])
        backend.notify_terminate_instances([instance])


def describe_instance_refreshes(response):
    group = response._get_param("AutoScalingGroupName")
    return ActionResult({
        "InstanceRefreshes": [
            {"InstanceRefreshId": refresh, "AutoScalingGroupName": group, "Status": "Successful", "PercentageComplete": 100}
            for refresh in refreshes.get(group, [])
        ]
    })


def launched_from(state):
    return getattr(state.instance, "launched_from", None)


def booting(launch):
    """moto forgets which version an instance was launched from, and runs no user data."""
    @wraps(launch)
    def wrapped(group, *args, **kwargs):
        known = set(group.instance_states)
        launch(group, *args, **kwargs)
        for state in group.instance_states:
            if state not in known:
                state.instance.launched_from = version(group)
                data_volume.boot(state.instance)

    return wrapped


def own_template(state):
    """moto says of every instance that it has the template's default version."""
    template = state.auto_scaling_group.ec2_launch_template
    if template is None or launched_from(state) is None:
        return None
    return {"LaunchTemplateId": template.id, "LaunchTemplateName": template.name, "Version": str(launched_from(state))}


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
    FakeAutoScalingGroup.replace_autoscaling_group_instances = booting(FakeAutoScalingGroup.replace_autoscaling_group_instances)
    InstanceState.launch_template = property(own_template)
    for action in ("create_auto_scaling_group", "update_auto_scaling_group"):
        setattr(AutoScalingResponse, action, keeping_settings(getattr(AutoScalingResponse, action)))
