"""What the containers of services log: that nothing runs in them, and how a script lets them end."""
from moto.core.utils import unix_time_millis
from moto.logs.models import logs_backends


def started(task, definition):
    write(task, definition, lambda name: [f"TickStack sandbox: the container {name} is played by the emulator"])


def stopped(task, definition, reason):
    write(task, definition, lambda name: [f"TickStack sandbox: the container {name} has ended: {reason}"])


def failed(task, definition, exit_code):
    write(task, definition, lambda name: [f"E! exit code {exit_code}: this failure was scripted (POST /tickstack/ecs)"])


def write(task, definition, lines_of):
    """Lines in the stream of each container whose driver is awslogs; a group that is missing takes none."""
    now = int(unix_time_millis())
    for container, described in zip(task.containers, definition.container_definitions):
        configuration = described.get("logConfiguration") or {}
        options = configuration.get("options") or {}
        group = find_group(task, options) if configuration.get("logDriver") == "awslogs" else None
        if group is not None:
            stream = stream_name(task, container, options)
            if stream not in group.streams:
                group.create_log_stream(stream)
            group.put_log_events(stream, [{"timestamp": now, "message": line} for line in lines_of(container.name)])


def find_group(task, options):
    region, name = options.get("awslogs-region") or task.region_name, options.get("awslogs-group")
    backend = logs_backends[task._account_id][region]
    if name and name not in backend.groups and options.get("awslogs-create-group") == "true":
        backend.create_log_group(name, {})
    return backend.groups.get(name)


def stream_name(task, container, options):
    """Without a prefix it is the container's own id, as the awslogs driver has it."""
    prefix = options.get("awslogs-stream-prefix")
    return f"{prefix}/{container.name}/{task.id}" if prefix else container.container_arn.split("/")[-1]
