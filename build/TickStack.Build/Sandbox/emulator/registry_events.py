"""Puts what is pushed to the registry into the emulated ECR.

docker-registry notifies of every push (https://distribution.github.io/distribution/about/notifications/); the
events of manifests that have a tag are those of images. A registry repeats an envelope until it is answered with
2xx, so only what a repetition can mend is answered otherwise.
"""
import logging
import urllib.request

from moto.ecr.exceptions import ImageAlreadyExistsException
from moto.ecr.models import ecr_backends

import account
import ecr
from wsgi import BadRequest

MANIFEST_TYPES = (
    "application/vnd.docker.distribution.manifest.v2+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.oci.image.index.v1+json",
)
TIMEOUT_SECONDS = 10

log = logging.getLogger("tickstack.registry")
loopback = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a proxy cannot reach the registry


class RegistryUnavailable(Exception):
    """The registry did not give a manifest that it had announced."""


def receive(envelope):
    """Takes an envelope and says what became of each image in it."""
    if not isinstance(envelope.get("events"), list):
        raise BadRequest('An envelope has a list of "events".')
    pushed = [event["target"] for event in envelope["events"] if is_image(event)]
    return {"images": [{**name(target), "outcome": put(target)} for target in pushed]}


def is_image(event):
    target = event.get("target", {})
    return event.get("action") == "push" and target.get("mediaType") in MANIFEST_TYPES and bool(target.get("tag"))


def name(target):
    return {key: target[key] for key in ("repository", "tag", "digest")}


def put(target):
    """"put", "present" (the same digest again), or "refused" with the reason in the log."""
    backend = find_backend(target["repository"])
    if backend is None:
        return refuse(target, "ECR has no such repository")
    tagged = tagged_digest(backend, target)
    if tagged == target["digest"]:
        return "present"
    try:
        backend.put_image(target["repository"], fetch(target), target["tag"], target["mediaType"], target["digest"])
    except ImageAlreadyExistsException:
        return refuse(target, f"the tag is immutable and names {tagged}")
    log.warning("%(repository)s:%(tag)s is %(digest)s", target)
    return "put"


def refuse(target, reason):
    log.error("refused %s:%s (%s): %s", target["repository"], target["tag"], target["digest"], reason)
    return "refused"


def find_backend(repository):
    """An event does not say a region; a repository's name is in one of them."""
    regions = ecr_backends[account.ID].values()
    return next((backend for backend in list(regions) if repository in backend.repositories), None)


def tagged_digest(backend, target):
    images = backend.repositories[target["repository"]].images
    return next((image.image_digest for image in images if target["tag"] in image.image_tags), None)


def fetch(target):
    """The manifest's own text: its digest is over these very bytes."""
    url = f"http://{ecr.registry()}/v2/{target['repository']}/manifests/{target['digest']}"
    headers = {"Accept": target["mediaType"], "Authorization": f"Basic {ecr.authorization()}"}
    try:
        with loopback.open(urllib.request.Request(url, headers=headers), timeout=TIMEOUT_SECONDS) as response:
            return response.read().decode()
    except OSError as error:
        raise RegistryUnavailable(f"GET {url}: {error}") from error
