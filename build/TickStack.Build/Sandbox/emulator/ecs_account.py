"""ECS's account settings: moto keeps those that were set, and knows neither what is effective nor the account's defaults."""
from moto.core.responses import ActionResult
from moto.ecs.exceptions import InvalidParameterException
from moto.ecs.models import AccountSetting
from moto.ecs.responses import EC2ContainerServiceResponse as Response

# What is effective while nothing was set.
DEFAULTS = {
    "serviceLongArnFormat": "enabled",
    "taskLongArnFormat": "enabled",
    "containerInstanceLongArnFormat": "enabled",
    "awsvpcTrunking": "disabled",
    "containerInsights": "disabled",
    "fargateFIPSMode": "disabled",
    "tagResourceAuthorization": "on",
    "fargateTaskRetirementWaitPeriod": "7",
    "guardDutyActivate": "off",
    "defaultLogDriverMode": "non-blocking",
}
AWS_MANAGED = ("guardDutyActivate",)


def described(response, setting):
    return {
        "name": setting.name,
        "value": setting.value,
        "principalArn": f"arn:{response.partition}:iam::{response.current_account}:root",
        "type": "aws_managed" if setting.name in AWS_MANAGED else "user",
    }


def checked(name):
    if name is not None and name not in DEFAULTS:
        raise InvalidParameterException(f"unknown should be one of [{','.join(DEFAULTS)}]")
    return name


def listing(response):
    get, known = response._get_param, dict(response.ecs_backend.account_settings)
    if get("effectiveSettings"):
        known = {**{name: AccountSetting(name, value) for name, value in DEFAULTS.items()}, **known}
    name, value = checked(get("name")), get("value")
    found = [each for each in known.values() if name in (None, each.name) and value in (None, each.value)]
    return ActionResult({"settings": [described(response, each) for each in found]})


def put(response):
    """Everyone is the account's root user here, so that a setting and the account's default are the same."""
    setting = response.ecs_backend.put_account_setting(checked(response._get_param("name")), response._get_param("value"))
    return ActionResult({"setting": described(response, setting)})


def install():
    Response.list_account_settings = listing
    Response.put_account_setting = Response.put_account_setting_default = put
