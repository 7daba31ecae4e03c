"""Data Lifecycle Manager, which moto does not have at all: life-cycle policies and their tags.

https://docs.aws.amazon.com/dlm/latest/APIReference/
"""
import re
import uuid
from datetime import datetime, timezone
from http import HTTPStatus
from urllib.parse import parse_qs

import account
from wsgi import read_json, reply, signed_for

policies = {}  # id → policy as GetLifecyclePolicy returns it


def reset():
    policies.clear()


def is_for_us(environ):
    return signed_for(environ)[1] == "dlm"


def answer(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    if path.rstrip("/") == "/policies" and method == "POST":
        return reply(start_response, create(read_json(environ), signed_for(environ)[0]))
    policy, calls = find(path)
    if policy is None or method not in calls:
        return reply(start_response, {"Message": f"Not found: {path}"}, HTTPStatus.NOT_FOUND, "ResourceNotFoundException")
    return reply(start_response, calls[method](policy, environ))


def find(path):
    """The policy that a path names, and the calls that the path takes."""
    if path.startswith("/tags/"):
        arn = path.removeprefix("/tags/")
        return next((p for p in policies.values() if p["PolicyArn"] == arn), None), TAG_CALLS
    named = re.fullmatch(r"/policies/(policy-[0-9a-f]+)/?", path)
    return policies.get(named.group(1)) if named else None, POLICY_CALLS


def now():
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def create(request, region):
    policy_id = "policy-" + uuid.uuid4().hex[:17]
    details = {"PolicyType": "EBS_SNAPSHOT_MANAGEMENT", **request["PolicyDetails"]}
    policies[policy_id] = {
        "PolicyId": policy_id,
        "PolicyArn": f"arn:aws:dlm:{region}:{account.ID}:policy/{policy_id}",
        "Description": request["Description"],
        "State": request["State"],
        "ExecutionRoleArn": request["ExecutionRoleArn"],
        "DateCreated": now(),
        "DateModified": now(),
        "PolicyDetails": details,
        "Tags": request.get("Tags", {}),
    }
    return {"PolicyId": policy_id}


def update(policy, environ):
    changes = read_json(environ)
    changes.pop("PolicyId", None)
    policy.update(changes, DateModified=now())
    return {}


def delete(policy, _):
    del policies[policy["PolicyId"]]
    return {}


def tag(policy, environ):
    policy["Tags"].update(read_json(environ)["Tags"])
    return {}


def untag(policy, environ):
    for key in parse_qs(environ.get("QUERY_STRING", "")).get("tagKeys", []):
        policy["Tags"].pop(key, None)
    return {}


POLICY_CALLS = {"GET": lambda policy, _: {"Policy": policy}, "PATCH": update, "DELETE": delete}
TAG_CALLS = {"GET": lambda policy, _: {"Tags": policy["Tags"]}, "POST": tag, "DELETE": untag}
