# Who may talk to whom. InfluxDB's backup port 8088 asks nobody for a password and is open to none.

locals {
  # Service of the one who calls => where to, on which port.
  flows = {
    tick-influxdb = { from = "tick", to = "influxdb", port = 8086 }
  }

  # Keys that are known before any group is: "terraform import" into an empty state asks for them.
  groups = merge({ instance = aws_security_group.instance.id }, { for service in keys(local.services) : service => aws_security_group.service[service].id })
}

resource "aws_security_group" "instance" {
  name_prefix = "${var.name}-instance-"
  description = "Container instance of ${var.name}"
  vpc_id      = data.aws_vpc.this.id
  tags        = { Name = "${var.name}-instance" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "service" {
  for_each = local.services

  name_prefix = "${var.name}-${each.key}-"
  description = "Tasks of ${var.name}-${each.key}"
  vpc_id      = data.aws_vpc.this.id
  tags        = { Name = "${var.name}-${each.key}" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "flow" {
  for_each = local.flows

  security_group_id            = aws_security_group.service[each.value.to].id
  referenced_security_group_id = aws_security_group.service[each.value.from].id
  description                  = "${each.value.from} to ${each.value.to}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "flow" {
  for_each = local.flows

  security_group_id            = aws_security_group.service[each.value.from].id
  referenced_security_group_id = aws_security_group.service[each.value.to].id
  description                  = "${each.value.from} to ${each.value.to}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

# A VPC can have more than one range of addresses.
resource "aws_vpc_security_group_ingress_rule" "chronograf" {
  for_each = toset([for range in data.aws_vpc.this.cidr_block_associations : range.cidr_block if range.state == "associated"])

  security_group_id = aws_security_group.service["tick"].id
  description       = "Chronograf for the VPC"
  ip_protocol       = "tcp"
  from_port         = 8888
  to_port           = 8888
  cidr_ipv4         = each.key
}

resource "aws_vpc_security_group_egress_rule" "https" {
  for_each = local.groups

  security_group_id = each.value
  description       = "AWS and image registries"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# Amazon's own resolver needs no rule; one that the VPC's DHCP options name does.
resource "aws_vpc_security_group_egress_rule" "dns" {
  for_each = local.groups

  security_group_id = each.value
  description       = "DNS servers in the VPC"
  ip_protocol       = "udp"
  from_port         = 53
  to_port           = 53
  cidr_ipv4         = data.aws_vpc.this.cidr_block
}
