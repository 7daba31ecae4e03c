"""Capacity providers on their way out: moto deletes one that a cluster still uses, and has no answer for one that is not there."""
from moto.core.responses import ActionResult
from moto.ecs.exceptions import EcsClientException
from moto.ecs.responses import EC2ContainerServiceResponse as Response

MISSING = "The specified capacity provider does not exist. Specify a valid name or ARN and try again."


def users(backend, provider):
    named = (provider.name, provider.capacity_provider_arn)
    return [cluster.name for cluster in backend.clusters.values() if any(each in named for each in cluster.capacity_providers or [])]


def delete(response):
    """A client whose answer was lost asks twice: the second time is no fault of the emulator's."""
    backend, name = response.ecs_backend, response._get_param("capacityProvider")
    provider = backend._get_provider(name)
    if provider is None:
        raise EcsClientException(MISSING)
    if clusters := users(backend, provider):
        raise EcsClientException(f"The capacity provider cannot be deleted because it is associated with cluster: {', '.join(clusters)}. Remove the capacity provider from the cluster and try again.")
    return ActionResult({"capacityProvider": backend.delete_capacity_provider(name)})


def install():
    Response.delete_capacity_provider = delete
