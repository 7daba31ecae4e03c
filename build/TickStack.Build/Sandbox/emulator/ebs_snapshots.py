"""EBS snapshots: their owners and pages, what they keep of their volume, and how they come about.

A snapshot is completed the next time it is looked at, unless POST /tickstack/snapshots {"pending": N, "state": STATE} says of
those that follow that they are pending in the next N answers of DescribeSnapshots, and STATE ("completed" unless given,
or "error") after that.
"""
from dataclasses import dataclass
from functools import wraps

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.elastic_block_store import Snapshot
from moto.ec2.responses import EC2Response

from wsgi import BadRequest

FEWEST_RESULTS = 5  # that EC2 takes as the size of a page
STATES = ("completed", "error")


@dataclass
class Plan:
    pending: int = 0
    state: str = "completed"


plan = Plan()


def reset():
    plan.pending, plan.state = 0, "completed"


def script(request):
    asked = Plan(request.get("pending", 0), request.get("state", "completed"))
    if set(request) - {"pending", "state"} or asked.state not in STATES or not isinstance(asked.pending, int) or asked.pending < 0:
        raise BadRequest(f'Give "pending", a number from 0 on, and, if need be, "state", one of {", ".join(STATES)}.')
    plan.pending, plan.state = asked.pending, asked.state
    return {}


def as_of_then(init):
    """A snapshot keeps its volume's size and key; moto asks the volume for the size and forgets the key."""
    @wraps(init)
    def wrapped(snapshot, ec2_backend, snapshot_id, volume, *args, **kwargs):
        init(snapshot, ec2_backend, snapshot_id, volume, *args, **kwargs)
        snapshot.size = volume.size
        snapshot.kms_key_id = snapshot.kms_key_id or (volume.kms_key_id if snapshot.encrypted else None)
        snapshot.plan = Plan() if snapshot.from_ami else Plan(plan.pending, plan.state)
        snapshot.looks = 0
        snapshot.status = "pending" if snapshot.plan.pending else snapshot.plan.state

    return wrapped


def creating(create_snapshot):
    """EC2 never has one completed by the time it answers."""
    @wraps(create_snapshot)
    def wrapped(response):
        made = create_snapshot(response).result
        return ActionResult({
            "SnapshotId": made.id, "VolumeId": made.volume_id, "VolumeSize": made.volume_size, "Description": made.description,
            "State": "pending", "Progress": "", "StartTime": made.start_time, "OwnerId": made.owner_id,
            "Encrypted": made.encrypted, "KmsKeyId": made.kms_key_id, "Tags": made.tag_set,
        })

    return wrapped


def look(snapshot):
    snapshot.looks += 1
    if snapshot.status == "pending" and snapshot.looks > snapshot.plan.pending:
        snapshot.status = snapshot.plan.state


def progress(snapshot):
    return f"{100 * snapshot.looks // (snapshot.plan.pending + 1)}%" if snapshot.status == "pending" else "100%"


def describe_snapshots(response):
    """moto's has no owners and no pages."""
    backend, get = response.ec2_backend, response._get_param
    for snapshot in backend.snapshots.values():
        look(snapshot)
    found = backend.describe_snapshots(snapshot_ids=get("SnapshotIds", []), filters=response._filters_from_querystring())
    owners = [backend.account_id if owner == "self" else owner for owner in get("OwnerIds", [])]
    return page([each for each in found if not owners or each.owner_id in owners], int(get("NextToken") or 0), get("MaxResults"))


def page(found, start, size):
    if size and int(size) < FEWEST_RESULTS:
        raise EC2ClientError("InvalidParameterValue", f"Value ( {size} ) for parameter maxResults is invalid. Expecting a value greater than {FEWEST_RESULTS}.")
    end = start + int(size) if size else len(found)
    return ActionResult({"Snapshots": found[start:end], "NextToken": str(end) if end < len(found) else None})


def install():
    Snapshot.__init__ = as_of_then(Snapshot.__init__)
    Snapshot.volume_size = property(lambda snapshot: snapshot.size)
    Snapshot.progress = property(progress)
    EC2Response.create_snapshot = creating(EC2Response.create_snapshot)
    EC2Response.describe_snapshots = describe_snapshots
