"""EC2: answers of moto's that Terraform would see as a difference in every plan, and later versions of launch templates."""
from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.utils import parse_user_data


def rule_description(rule):
    """moto loses the description of a rule whose other end is a security group."""
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


def without_own_tags(init):
    """moto repeats the launch template's own tags among those of what is launched from it."""
    def wrapped(template, backend, name, template_data, version_description, tag_spec):
        if "TagSpecifications" in template_data:
            template_data["TagSpecifications"] = [
                tags for tags in template_data["TagSpecifications"] if tags.get("ResourceType") != "launch-template"
            ]
        init(template, backend, name, template_data, version_description, tag_spec)

    return wrapped


def with_user_data(create_version):
    """moto reads the user data of a template's first version only, and cannot launch from any other."""
    def wrapped(template, data, description):
        return create_version(template, {**data, "UserData": parse_user_data(user_data(data))}, description)

    return wrapped


def user_data(data):
    return None if data.get("UserData") is None else str(data["UserData"])


def install():
    LaunchTemplate.create_version = with_user_data(LaunchTemplate.create_version)
    SecurityGroupRule.description = property(rule_description)
    LaunchTemplate.__init__ = without_own_tags(LaunchTemplate.__init__)
