"""EC2: answers of moto's that Terraform would see as a difference in every plan."""
from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.models.security_groups import SecurityGroupRule


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


def install():
    SecurityGroupRule.description = property(rule_description)
    LaunchTemplate.__init__ = without_own_tags(LaunchTemplate.__init__)
