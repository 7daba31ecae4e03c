"""The emulator's own calls, under /tickstack/."""
import os
from http import HTTPStatus

import ebs_snapshots
import ecs_rollouts
import registry_events
from wsgi import BadRequest, read_json, reply


def ready(_):
    return {"pid": os.getpid()}


ROUTES = {
    ("GET", "/tickstack/ready"): ready,
    ("POST", "/tickstack/ecs"): ecs_rollouts.script,
    ("POST", "/tickstack/registry-events"): registry_events.receive,
    ("POST", "/tickstack/snapshots"): ebs_snapshots.script,
}


def answer(environ, start_response):
    route = ROUTES.get((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
    if route is None:
        return reply(start_response, {"message": f"No such call: {environ['PATH_INFO']}"}, HTTPStatus.NOT_FOUND)
    try:
        return reply(start_response, route(read_json(environ)))
    except BadRequest as error:
        return reply(start_response, {"message": str(error)}, HTTPStatus.BAD_REQUEST)
    except registry_events.RegistryUnavailable as error:
        return reply(start_response, {"message": str(error)}, HTTPStatus.SERVICE_UNAVAILABLE)
