"""What a task takes of a container instance."""
import re


def reservation(definition):
    """What ECS sets aside for a task: its own size, or else the sum of its containers'."""
    containers = definition.container_definitions
    ports = list(host_ports(definition))
    return {
        "CPU": units(definition.cpu) or sum(container.get("cpu") or 0 for container in containers),
        "MEMORY": units(definition.memory) or sum(container.get("memoryReservation") or container.get("memory") or 0 for container in containers),
        "PORTS": [port for port, protocol in ports if protocol == "tcp"],
        "PORTS_UDP": [port for port, protocol in ports if protocol == "udp"],
        "ENI": int(definition.network_mode == "awsvpc"),
    }


def units(size):
    """CPU units or MiB of a task size, which ECS takes as "1024", "1 vCPU" and "1 GB" as well."""
    named = re.fullmatch(r"\s*([\d.]+)\s*(vcpu|gb)?\s*", str(size or 0), re.IGNORECASE)
    return round(float(named.group(1)) * (1024 if named.group(2) else 1))


def host_ports(definition):
    for container in definition.container_definitions:
        for mapping in container.get("portMappings") or []:
            port = mapping.get("hostPort") or (mapping.get("containerPort") if definition.network_mode == "host" else None)
            if port and definition.network_mode != "awsvpc":
                yield str(port), mapping.get("protocol") or "tcp"
