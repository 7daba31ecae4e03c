"""CloudWatch Logs: reading events as the real service lets a client that follows a log read them."""
import json
import re

from moto.logs.exceptions import InvalidParameterException, ResourceNotFoundException
from moto.logs.models import LogGroup, LogStream
from moto.logs.models import LogsBackend as Backend
from moto.logs.responses import LogsResponse as Response

MOST_EVENTS = 10000


def find_log_group(backend, log_group_id=None, log_group_name=None):
    """By name, or by an identifier, which is a name or an ARN; moto takes any group for that."""
    named = log_group_name or (log_group_id or "").split(":log-group:")[-1].removesuffix(":*")
    if named not in backend.groups:
        raise ResourceNotFoundException()
    return backend.groups[named]


def get_log_events(stream, start_time, end_time, limit, next_token, start_from_head):
    """moto's tokens count within one call's time window, so they name other events in the next call's."""
    events = sorted(stream.events, key=lambda event: event.timestamp)
    forward, position = read_token(next_token) if next_token else (start_from_head, 0 if start_from_head else len(events))
    inside = [
        (index, event) for index, event in enumerate(events)
        if (start_time is None or event.timestamp >= start_time) and (end_time is None or event.timestamp < end_time)
    ]
    size = limit or MOST_EVENTS
    page = [each for each in inside if each[0] >= position][:size] if forward else [each for each in inside if each[0] < position][-size:]
    first, after = (page[0][0], page[-1][0] + 1) if page else (position, position)
    return [event.to_response_dict() for _, event in page], f"b/{first:056d}", f"f/{after:056d}"


def read_token(token):
    """(whether it leads forward, how many events of the stream lie before it)"""
    named = re.fullmatch(r"([fb])/(\d{56})", token)
    if named is None:
        raise InvalidParameterException("The specified nextToken is invalid.")
    return named.group(1) == "f", int(named.group(2))


def missing_stream(get_log_events):
    """moto says of a missing stream that the group is missing."""
    def wrapped(group, log_stream_name, *args):
        if log_stream_name not in group.streams:
            raise ResourceNotFoundException("The specified log stream does not exist.")
        return get_log_events(group, log_stream_name, *args)

    return wrapped


def filter_log_events(response):
    """moto knows neither a prefix of streams nor a group's identifier, and gives one stream after the other."""
    get, backend = response._get_param, response.logs_backend
    group = backend._find_log_group(log_group_id=get("logGroupIdentifier"), log_group_name=get("logGroupName"))
    names = chosen_streams(group, get("logStreamNames"), get("logStreamNamePrefix"))
    events, token, searched = [], None, []
    if names != []:
        window = get("startTime"), get("endTime"), get("limit"), get("nextToken"), get("filterPattern")
        events, token, searched = backend.filter_log_events(group.name, names or [], *window, True)
    return json.dumps({"events": events, "nextToken": token, "searchedLogStreams": searched})


def chosen_streams(group, names, prefix):
    """Names of the streams that are asked for; None when it is all of them."""
    if prefix and names:
        raise InvalidParameterException("logStreamNames and logStreamNamePrefix cannot both be given.")
    if any(name not in group.streams for name in names or []):
        raise ResourceNotFoundException("The specified log stream does not exist.")
    return [name for name in group.streams if name.startswith(prefix)] if prefix else names


def install():
    Backend._find_log_group = find_log_group
    LogStream.get_log_events = get_log_events
    LogGroup.get_log_events = missing_stream(LogGroup.get_log_events)
    Response.filter_log_events = filter_log_events
