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
    for_each = var.subnet_ids == null ? [] : [var.subnet_ids]

    content {
      name   = "subnet-id"
      values = filter.value
    }
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

data "aws_ssm_parameter" "image" {
  count = var.image_id == null ? 1 : 0

  name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/${local.arm64 ? "arm64/" : ""}recommended/image_id"
}
