locals {
  tags = merge(var.tags, { Project = var.name, ManagedBy = "terraform" })

  # Service => its containers.
  services = {
    influxdb = toset(["influxdb"])
    tick     = toset(["telegraf", "kapacitor", "chronograf"])
  }
  components = setunion(values(local.services)...)

  partition = data.aws_partition.current.partition

  arm64 = contains(data.aws_ec2_instance_type.this.supported_architectures, "arm64")

  # Subnets of the zone that is asked for, or else of the first zone that has any.
  zones             = { for subnet in data.aws_subnet.any : subnet.availability_zone => subnet.id... }
  availability_zone = var.availability_zone != null ? var.availability_zone : try(sort(keys(local.zones))[0], null)
  subnet_ids        = sort(var.availability_zone != null ? data.aws_subnets.candidates.ids : try(local.zones[local.availability_zone], []))
}
