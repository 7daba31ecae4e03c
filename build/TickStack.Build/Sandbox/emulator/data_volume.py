"""What the stack's start-up script, terraform/cluster/templates/data-volume.sh, does that AWS can see.

No emulated instance runs its user data. One whose user data names a VOLUME_ID gets that volume here, as the script would
attach it, and only then may join its cluster.
"""
import re

from moto.core.utils import utcnow
from moto.ec2.exceptions import EC2ClientError

DEVICE = "/dev/sdf"
NAMED = re.compile(r"^export VOLUME_ID=(\S+)", re.MULTILINE)

FORMATTED_TAG = "tickstack:formatted"
BEGUN = "begun"


def boot(instance):
    """Whether the script has come to its end: the instance holds its volume, or has none. The script waits, so ask again."""
    named = NAMED.search(instance.user_data.decode()) if instance.user_data else None
    if named is None:
        return True
    volume = instance.ec2_backend.volumes.get(named.group(1))
    if volume is None or not (holds(instance, volume) or attach(instance, volume)):
        return False
    note_format(volume)
    return True


def holds(instance, volume):
    return volume.attachment is not None and volume.attachment.instance is instance


def attach(instance, volume):
    try:
        return instance.ec2_backend.attach_volume(volume.id, instance.id, DEVICE)
    except EC2ClientError:
        return None


def note_format(volume):
    if volume.get_filter_value(f"tag:{FORMATTED_TAG}") in (None, BEGUN):
        volume.add_tag(FORMATTED_TAG, utcnow().strftime("%Y-%m-%dT%H:%M:%SZ"))
