"""Pages of a list, as ECS hands them out."""
from moto.core.responses import ActionResult
from moto.ecs.exceptions import InvalidParameterException


def answer(name, items, response, limit):
    """Up to maxResults of the items, or the limit, from where nextToken says."""
    token, size = response._get_param("nextToken"), response._get_param("maxResults") or limit
    if token is not None and not (token.isdecimal() and int(token) < len(items)):
        raise InvalidParameterException("Invalid token")
    start = int(token or 0)
    end = start + size
    return ActionResult({name: items[start:end], "nextToken": str(end) if end < len(items) else None})
