# Every one of these is asked in every plan, and a plan is part of every deploy: keep them few.

data "aws_partition" "current" {}

data "aws_vpc" "this" {
  id      = var.vpc_id
  default = var.vpc_id == null ? true : null
}

data "aws_subnets" "candidates" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.this.id]
  }

  dynamic "filter" {
    for_each = var.availability_zone[*]

    content {
      name   = "availability-zone"
      values = [filter.value]
    }
  }
}

data "aws_subnet" "any" {
  for_each = var.availability_zone == null ? toset(data.aws_subnets.candidates.ids) : []

  id = each.key
}

data "aws_ec2_instance_type" "this" {
  instance_type = var.instance_type
}
