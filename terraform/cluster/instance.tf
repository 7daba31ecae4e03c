# The container instance: one at a time, in the data volume's zone, which it attaches and mounts before it joins the cluster.

locals {
  # The newest one, unless it is pinned. Either way a plan shows when it changes, and applying that replaces the instance.
  image_id = var.image_id != null ? var.image_id : data.aws_ssm_parameter.image[0].insecure_value

  network_interfaces = data.aws_ec2_instance_type.this.maximum_network_interfaces

  user_data = join("\n", [
    "#!/bin/bash",
    "export VOLUME_ID=${aws_ebs_volume.data.id} REGION=${var.region} CLUSTER=${aws_ecs_cluster.this.name}",
    file("${path.module}/templates/data-volume.sh"),
  ])
}

# A warning only: Terraform cannot ask ECS for the setting.
check "network_interfaces" {
  assert {
    condition     = local.network_interfaces > length(local.services)
    error_message = "${var.instance_type} has ${local.network_interfaces} network interfaces, and ${length(local.services) + 1} are needed: its own, and one of each service's task. A .large has three. It carries both tasks only with the account setting awsvpcTrunking, and not every type supports that."
  }
}

resource "aws_launch_template" "this" {
  name_prefix            = "${var.name}-"
  description            = "Container instance of ${var.name}"
  image_id               = local.image_id
  instance_type          = var.instance_type
  ebs_optimized          = true
  update_default_version = true
  user_data              = base64encode(local.user_data)

  iam_instance_profile {
    arn = aws_iam_instance_profile.instance.arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1 # containers get credentials from ECS, not from here
  }

  monitoring {
    enabled = true
  }

  # Whether it gets a public address is its subnet's choice: in the default VPC it needs one to reach AWS, behind NAT it must not have one.
  network_interfaces {
    device_index          = 0
    delete_on_termination = true
    security_groups       = [aws_security_group.instance.id]
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = 30
      encrypted             = true
      kms_key_id            = aws_kms_key.this.arn
      delete_on_termination = true
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])

    content {
      resource_type = tag_specifications.key
      tags          = merge(local.tags, { Name = "${var.name}-ecs" })
    }
  }

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = length(local.user_data) < 16384
      error_message = "EC2 takes at most 16 KB of user data."
    }
  }
}

resource "aws_autoscaling_group" "this" {
  name                      = var.name
  min_size                  = 1
  max_size                  = 1
  desired_capacity          = 1
  vpc_zone_identifier       = local.subnet_ids
  health_check_type         = "EC2"
  health_check_grace_period = 300
  default_instance_warmup   = 120
  enabled_metrics           = ["GroupInServiceInstances"]

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  # The old instance goes first: the volume can be attached to one only. ECS drains it before, see cluster.tf.
  instance_maintenance_policy {
    min_healthy_percentage = 0
    max_healthy_percentage = 100
  }

  # Begins whenever the launch template has a new version: another image, another start-up script, another type.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 0
      max_healthy_percentage = 100
      skip_matching          = true
    }
  }

  # ECS adds it, and Terraform would remove it again.
  tag {
    key                 = "AmazonECSManaged"
    value               = "true"
    propagate_at_launch = true
  }

  # The provider's default tags do not reach a group; what it launches is tagged by the launch template.
  dynamic "tag" {
    for_each = local.tags

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = false
    }
  }

  # An instance needs these from its first second until it has been drained.
  depends_on = [aws_iam_role_policy.instance, aws_vpc_security_group_egress_rule.https, aws_vpc_security_group_egress_rule.dns]

  lifecycle {
    precondition {
      condition     = length(local.subnet_ids) > 0
      error_message = "VPC ${data.aws_vpc.this.id} has no subnet${var.availability_zone == null ? "" : " in ${var.availability_zone}"}: name another vpc_id or availability_zone."
    }

    precondition {
      condition     = length(setsubtract(coalesce(var.subnet_ids, []), local.subnet_ids)) == 0
      error_message = "subnet_ids must all be in VPC ${data.aws_vpc.this.id} and in one zone, the data volume's; in ${coalesce(local.availability_zone, "none")} are only: ${join(", ", local.subnet_ids)}."
    }

    precondition {
      condition     = aws_ebs_volume.data.availability_zone == local.availability_zone
      error_message = "The data volume is in ${aws_ebs_volume.data.availability_zone}, an instance in ${local.availability_zone} could not attach it: set availability_zone back."
    }
  }
}
