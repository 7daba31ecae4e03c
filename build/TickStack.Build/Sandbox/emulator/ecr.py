"""ECR in front of a registry on this machine.

The emulated ECR takes no layers, so repositories carry the address of a real registry, and the token is one that it
accepts: `docker push` goes there, and registry_events.py tells ECR what arrived.
"""
import os
from base64 import b64encode
from datetime import datetime, timedelta, timezone

from moto.core.responses import ActionResult
from moto.ecr.models import Repository
from moto.ecr.responses import ECRResponse

USER = "AWS"
TOKEN_LIFETIME = timedelta(hours=12)


def registry():
    """HOST:PORT of the registry behind ECR, or None."""
    return os.environ.get("TICKSTACK_REGISTRY")


def password():
    """Password of the user AWS; a registry that asks for none takes any."""
    return os.environ.get("TICKSTACK_REGISTRY_PASSWORD") or "sandbox"


def authorization():
    """What ECR's token is and HTTP's Basic scheme wants: base64 of user:password."""
    return b64encode(f"{USER}:{password()}".encode()).decode()


def get_authorization_token(response):
    endpoint = f"http://{registry()}" if registry() else f"https://{response.current_account}.dkr.ecr.{response.region}.amazonaws.com"
    expires = (datetime.now(timezone.utc) + TOKEN_LIFETIME).timestamp()
    return ActionResult({
        "authorizationData": [{"authorizationToken": authorization(), "expiresAt": expires, "proxyEndpoint": endpoint}]
    })


def at_registry(init):
    def wrapped(repository, *args, **kwargs):
        init(repository, *args, **kwargs)
        if registry():
            repository.uri = f"{registry()}/{repository.name}"

    return wrapped


def install():
    Repository.__init__ = at_registry(Repository.__init__)
    ECRResponse.get_authorization_token = get_authorization_token
