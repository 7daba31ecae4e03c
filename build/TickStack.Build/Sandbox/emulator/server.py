#!/usr/bin/env python3
"""The sandbox's AWS: moto's server with what the stack needs and moto 5.2.1 lacks.

    python3 server.py -H 127.0.0.1 -p PORT

Besides the AWS calls it answers:

    GET  /tickstack/ready            {"pid": …} once it serves
    POST /tickstack/ecs              scripts rollouts, see ecs_rollouts.py
    POST /tickstack/registry-events  docker-registry's notifications, see registry_events.py
    POST /tickstack/snapshots        scripts how snapshots go, see ebs_snapshots.py

Environment: TICKSTACK_REGISTRY=HOST:PORT is the registry that stands behind the emulated ECR, and
TICKSTACK_REGISTRY_PASSWORD the password of its user AWS. Without the former, ECR's addresses are moto's own.

All state is in memory and ends with the process, which ends at SIGTERM and at nothing else. It writes to stderr only.
"""
import argparse
import os
import signal
import sys

# moto reads both while it is imported.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
sys.stdout = sys.stderr

from moto.server import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, run_simple  # noqa: E402

import autoscaling  # noqa: E402
import control  # noqa: E402
import dlm  # noqa: E402
import ebs  # noqa: E402
import ebs_snapshots  # noqa: E402
import ec2  # noqa: E402
import ecr  # noqa: E402
import ecs_rollouts  # noqa: E402
import ecs_services  # noqa: E402
import logs  # noqa: E402
import wsgi  # noqa: E402


class Handler(WSGIRequestHandler):
    """Answers in one piece, and logs what was called: all but S3's requests are a POST to /."""

    # werkzeug sends headers and body apart. A Go client on a busy machine may close the connection in between, and then
    # asks a second time for what was done already: Terraform fails with "already exists" or "not found".
    wbufsize = 1 << 20

    def log_request(self, code="-", size="-"):
        call, attempt = wsgi.call(self.environ), self.headers.get("amz-sdk-request", "").partition(";")[0]
        self.log("info", '"%s" %s %s', call or self.requestline, getattr(code, "value", code), attempt)


class Emulator(DomainDispatcherApplication):
    """Routes a request to one of ours, or else to moto."""

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        wsgi.keep_form(environ)
        if path.startswith("/tickstack/"):
            return control.answer(environ, start_response)
        if dlm.is_for_us(environ):
            return dlm.answer(environ, start_response)
        if path == "/moto-api/reset":
            for part in (autoscaling, dlm, ebs_snapshots, ecs_rollouts):
                part.reset()
        return super().__call__(environ, start_response)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-H", "--host", default="127.0.0.1")
    parser.add_argument("-p", "--port", type=int, required=True)
    args = parser.parse_args()
    os.environ["MOTO_PORT"] = str(args.port)  # moto calls itself for some services

    # Ctrl+C and a closed terminal are meant for the command that started the sandbox; its state shall outlive that.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

    for part in (autoscaling, ebs, ebs_snapshots, ec2, ecr, ecs_services, logs):
        part.install()
    run_simple(args.host, args.port, Emulator(create_backend_app), threaded=True, request_handler=Handler)


if __name__ == "__main__":
    main()
