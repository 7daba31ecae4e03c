"""EBS volumes: what EC2 refuses and moto does not, and what a volume says of itself.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
"""
from functools import wraps
from threading import RLock

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.elastic_block_store import EBSBackend
from moto.ec2.responses import EC2Response
from moto.kms.models import kms_backends

GP3_THROUGHPUT = 125  # MiB/s, of a volume that asks for none

lock = RLock()  # of two instances that attach a volume at the same time, one is refused


def attaching(attach_volume):
    @wraps(attach_volume)
    def wrapped(backend, volume_id, instance_id, *args, **kwargs):
        with lock:
            volume, instance = backend.get_volume(volume_id), backend.get_instance(instance_id)
            if volume.attachment:
                raise EC2ClientError("VolumeInUse", f"{volume_id} is already attached to an instance")
            if volume.availability_zone != instance.placement.zone:
                raise EC2ClientError("InvalidVolume.ZoneMismatch", f"The volume '{volume_id}' is not in the same availability zone as instance '{instance_id}'")
            if instance.state not in ("running", "stopped"):
                raise EC2ClientError("IncorrectState", f"Instance '{instance_id}' is not 'running'.")
            return attach_volume(backend, volume_id, instance_id, *args, **kwargs)

    return wrapped


def creating(create_volume):
    @wraps(create_volume)
    def wrapped(backend, size=None, zone_name=None, snapshot_id=None, encrypted=False, kms_key_id=None, **settings):
        snapshot = backend.get_snapshot(snapshot_id) if snapshot_id else None
        if snapshot:
            size = int(size or snapshot.volume_size)
            refuse_origin(snapshot, size)
        volume = create_volume(
            backend, size=size, zone_name=zone_name, snapshot_id=snapshot_id, encrypted=encrypted, kms_key_id=kms_key_id, **settings)
        if kms_key_id:
            volume.kms_key_id = key_arn(backend, kms_key_id)
        elif snapshot and snapshot.encrypted:
            volume.kms_key_id = snapshot.kms_key_id
        if volume.volume_type == "gp3" and not volume.throughput:
            volume.throughput = GP3_THROUGHPUT
        return volume

    return wrapped


def refuse_origin(snapshot, size):
    if snapshot.status != "completed":
        raise EC2ClientError("IncorrectState", f"Snapshot is in invalid state - {snapshot.status}")
    if size < snapshot.volume_size:
        raise EC2ClientError("InvalidParameterValue", f"Volume of {size}GiB is smaller than snapshot '{snapshot.id}', expect size >= {snapshot.volume_size}GiB")


def key_arn(backend, named):
    """EC2 takes an id or an alias too, and always answers with the ARN."""
    return named if ":key/" in named else kms_backends[backend.account_id][backend.region_name].describe_key(named).arn


def creating_once(create_volume):
    """A token that was used makes no second volume."""
    @wraps(create_volume)
    def wrapped(response):
        token, asked = response._get_param("ClientToken"), dict(response.params)
        used = response.ec2_backend.__dict__.setdefault("volume_tokens", {})
        if token not in used:
            result = create_volume(response)
            if token:
                used[token] = (asked, result)
            return result
        before, result = used[token]
        if before != asked:
            raise EC2ClientError("IdempotentParameterMismatch", "The client token you have provided is associated with a resource that has different parameters.")
        return result

    return wrapped


def modifying(modify_volume):
    @wraps(modify_volume)
    def wrapped(backend, volume_id, target_size=None, target_volume_type=None, target_iops=None, target_throughput=None, *args):
        volume = backend.get_volume(volume_id)
        if target_size and int(target_size) < volume.size:
            raise EC2ClientError("InvalidParameterValue", "New size cannot be smaller than existing size")
        modify_volume(backend, volume_id, target_size, target_volume_type, target_iops, target_throughput, *args)
        volume.throughput = target_throughput or volume.throughput  # which moto only notes
        return volume

    return wrapped


def install():
    EBSBackend.attach_volume = attaching(EBSBackend.attach_volume)
    EBSBackend.create_volume = creating(EBSBackend.create_volume)
    EBSBackend.modify_volume = modifying(EBSBackend.modify_volume)
    EC2Response.create_volume = creating_once(EC2Response.create_volume)
