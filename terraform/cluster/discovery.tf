# influxdb.PRIVATE_NAMESPACE, for the VPC, and chronograf.PUBLIC_DOMAIN, which resolves everywhere to an address that only the VPC can reach.

resource "aws_service_discovery_private_dns_namespace" "private" {
  name        = var.private_namespace
  description = "${var.name}: inside the VPC"
  vpc         = data.aws_vpc.this.id
}

resource "aws_service_discovery_public_dns_namespace" "public" {
  name        = var.public_domain
  description = "${var.name}: private addresses under public names"
}

locals {
  registries = {
    influxdb = { name = "influxdb", visibility = "private", namespace = aws_service_discovery_private_dns_namespace.private }
    tick     = { name = "chronograf", visibility = "public", namespace = aws_service_discovery_public_dns_namespace.public }
  }
}

resource "aws_service_discovery_service" "this" {
  for_each = local.services

  name          = local.registries[each.key].name
  force_destroy = true # ECS deregisters tasks only while it runs

  dns_config {
    namespace_id   = local.registries[each.key].namespace.id
    routing_policy = "MULTIVALUE"

    # A task has another address after every deploy, and there is none while it is replaced.
    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  # ECS says whether a task is healthy.
  health_check_custom_config {
    failure_threshold = 1
  }
}
