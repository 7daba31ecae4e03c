# Plans by the real provider, so that values and policies are checked as AWS's schemas have them, with everything that it would
# ask AWS for given here: no call leaves the machine. (A mock_provider refuses ephemeral resources, and the passwords are such.) Only
# plans, because nothing here may be destroyed.

provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

# A VPC that has lost one of its three ranges.
override_data {
  target = data.aws_vpc.this
  values = {
    id         = "vpc-0a1b2c3d"
    cidr_block = "10.0.0.0/16"
    cidr_block_associations = [
      { association_id = "1", cidr_block = "10.0.0.0/16", state = "associated" },
      { association_id = "2", cidr_block = "10.1.0.0/16", state = "associated" },
      { association_id = "3", cidr_block = "10.9.0.0/16", state = "disassociated" },
    ]
  }
}

override_data {
  target = data.aws_subnets.candidates
  values = { ids = ["subnet-0000000c", "subnet-0000000a", "subnet-0000000b"] }
}

override_data {
  target = data.aws_subnet.any
  values = { availability_zone = "eu-central-1b" }
}

override_data {
  target = data.aws_ec2_instance_type.this
  values = { maximum_network_interfaces = 3, supported_architectures = ["x86_64"] }
}

override_data {
  target = data.aws_ssm_parameter.image
  values = { insecure_value = "ami-0a1b2c3d" }
}

# What others refer to, since a plan alone does not know it.
override_resource {
  target          = aws_kms_key.this
  override_during = plan
  values          = { arn = "arn:aws:kms:eu-central-1:123456789012:key/1" }
}

override_resource {
  target          = aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-0a1b2c3d", arn = "arn:aws:ec2:eu-central-1:123456789012:volume/vol-0a1b2c3d" }
}

override_resource {
  target          = aws_ecs_cluster.this
  override_during = plan
  values          = { arn = "arn:aws:ecs:eu-central-1:123456789012:cluster/stack" }
}

override_resource {
  target          = aws_launch_template.this
  override_during = plan
  values          = { id = "lt-0a1b2c3d", latest_version = 7 }
}

override_resource {
  target          = aws_secretsmanager_secret.influxdb
  override_during = plan
  values          = { arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:stack/influxdb/password" }
}

override_resource {
  target          = aws_cloudwatch_log_group.component
  override_during = plan
  values          = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/stack/component" }
}

variables {
  name               = "stack"
  region             = "eu-central-1"
  account_id         = "123456789012"
  public_domain      = "tick.example.com"
  generate_passwords = false
}

run "by_default_it_is_in_the_accounts_own_VPC_and_open_only_where_it_must_be" {
  command = plan

  override_data {
    target = data.aws_subnet.any["subnet-0000000a"]
    values = { availability_zone = "eu-central-1a" }
  }

  assert {
    condition     = data.aws_vpc.this.default
    error_message = "Without vpc_id it is the account's default VPC."
  }

  assert {
    condition     = output.availability_zone == "eu-central-1a" && output.subnet_ids == tolist(["subnet-0000000a"])
    error_message = "Without a wish, volume and instance are in the first zone that has a subnet."
  }

  assert {
    condition     = aws_autoscaling_group.this.vpc_zone_identifier == toset(output.subnet_ids)
    error_message = "The group must not leave the volume's zone."
  }

  assert {
    condition     = { for flow, rule in aws_vpc_security_group_ingress_rule.flow : flow => "${rule.ip_protocol} ${rule.from_port}-${rule.to_port} ${coalesce(rule.cidr_ipv4, "group")}" } == { tick-influxdb = "tcp 8086-8086 group" }
    error_message = "Between the services only InfluxDB's HTTP port is open, and to a group rather than to addresses."
  }

  assert {
    condition     = { for range, rule in aws_vpc_security_group_ingress_rule.chronograf : rule.cidr_ipv4 => "${rule.ip_protocol} ${rule.from_port}-${rule.to_port}" } == { "10.0.0.0/16" = "tcp 8888-8888", "10.1.0.0/16" = "tcp 8888-8888" }
    error_message = "Chronograf is open to every range that the VPC has, and to nobody else."
  }

  assert {
    condition     = toset(keys(output.security_group_ids)) == toset(["influxdb", "tick"])
    error_message = "Each service has a group of its own."
  }

  assert {
    condition     = { for group, rule in aws_vpc_security_group_egress_rule.https : group => "${rule.ip_protocol} ${rule.from_port}-${rule.to_port} ${rule.cidr_ipv4}" } == { for group in ["influxdb", "instance", "tick"] : group => "tcp 443-443 0.0.0.0/0" }
    error_message = "Instance and tasks call AWS by HTTPS."
  }

  assert {
    condition     = { for group, rule in aws_vpc_security_group_egress_rule.dns : group => "${rule.ip_protocol} ${rule.from_port}-${rule.to_port} ${rule.cidr_ipv4}" } == { for group in ["influxdb", "instance", "tick"] : group => "udp 53-53 10.0.0.0/16" }
    error_message = "DNS servers are asked inside the VPC only."
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.flow) == keys(aws_vpc_security_group_ingress_rule.flow)
    error_message = "A flow that is let in at one end is let out at the other."
  }

  assert {
    condition     = { for service, registry in output.service_registries : service => "${registry.name}.${registry.namespace_name} ${registry.visibility}" } == { influxdb = "influxdb.monitoring private", tick = "chronograf.tick.example.com public" }
    error_message = "influxdb.monitoring is private, chronograf.PUBLIC_DOMAIN is public."
  }

  assert {
    condition     = aws_service_discovery_private_dns_namespace.private.vpc == "vpc-0a1b2c3d"
    error_message = "The private namespace is the VPC's."
  }

  assert {
    condition     = alltrue([for service in aws_service_discovery_service.this : [for record in service.dns_config[0].dns_records : "${record.type} ${record.ttl}"] == ["A 10"]])
    error_message = "A task has another address after every deploy: names must not be cached for long."
  }
}

run "what_is_kept_is_encrypted_and_backed_up_and_tagged" {
  command = plan

  variables {
    log_retention_days = 7
    tags               = { Team = "metrics" }
  }

  assert {
    condition     = aws_ebs_volume.data.encrypted && aws_ebs_volume.data.kms_key_id == aws_kms_key.this.arn && aws_ebs_volume.data.type == "gp3"
    error_message = "The data volume is gp3, encrypted with the stack's own key."
  }

  assert {
    condition     = aws_ebs_volume.data.availability_zone == output.availability_zone && aws_ebs_volume.data.final_snapshot
    error_message = "The data volume is in the instance's zone, and leaves a snapshot behind."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key is rotated, and is not gone at once."
  }

  assert {
    condition     = aws_dlm_lifecycle_policy.data.state == "ENABLED" && aws_ebs_volume.data.tags["Backup"] == aws_dlm_lifecycle_policy.data.policy_details[0].target_tags["Backup"]
    error_message = "The policy finds the volume by its tag."
  }

  assert {
    condition     = [for schedule in aws_dlm_lifecycle_policy.data.policy_details[0].schedule : "${schedule.create_rule[0].interval} ${schedule.create_rule[0].interval_unit}, ${schedule.retain_rule[0].count} kept, tags ${schedule.copy_tags}"] == ["24 HOURS, 14 kept, tags true"]
    error_message = "Once a day, fourteen are kept, and each carries the volume's tags."
  }

  assert {
    condition     = alltrue([for group in concat(values(aws_cloudwatch_log_group.component), [aws_cloudwatch_log_group.exec]) : group.kms_key_id == aws_kms_key.this.arn && group.retention_in_days == 7])
    error_message = "Every log group is encrypted with the stack's own key and kept as long as log_retention_days says."
  }

  assert {
    condition     = output.log_groups == { for component in ["influxdb", "telegraf", "kapacitor", "chronograf"] : component => "/stack/${component}" }
    error_message = "Each component has a log group of its own."
  }

  assert {
    condition     = { for name, secret in aws_secretsmanager_secret.influxdb : name => "${secret.name} ${secret.kms_key_id}" } == { influxdb_admin_password = "stack/influxdb/admin-password ${aws_kms_key.this.arn}", influxdb_telegraf_password = "stack/influxdb/telegraf-password ${aws_kms_key.this.arn}" }
    error_message = "One secret for each of InfluxDB's users, encrypted with the stack's own key."
  }

  assert {
    condition     = length(aws_secretsmanager_secret_version.influxdb) == 0
    error_message = "With generate_passwords = false, their owner fills them."
  }

  assert {
    condition     = toset(keys(output.secret_arns)) == toset(["influxdb_admin_password", "influxdb_telegraf_password"])
    error_message = "The outputs name the secrets, never a value."
  }

  assert {
    condition     = aws_sns_topic.alerts.kms_master_key_id == aws_kms_key.this.arn
    error_message = "The topic is encrypted with the stack's own key."
  }

  assert {
    condition     = local.tags == { Project = "stack", ManagedBy = "terraform", Team = "metrics" }
    error_message = "Everything is tagged with the stack's name and what the environment adds."
  }

  assert {
    condition     = { for tags in aws_launch_template.this.tag_specifications : tags.resource_type => tags.tags } == { for type in ["instance", "network-interface", "volume"] : type => tomap(merge(local.tags, { Name = "stack-ecs" })) }
    error_message = "What the group launches has no tags but those of the launch template."
  }

  assert {
    condition     = { for tag in aws_autoscaling_group.this.tag : tag.key => "${tag.value} ${tag.propagate_at_launch}" } == { AmazonECSManaged = "true true", Project = "stack false", ManagedBy = "terraform false", Team = "metrics false" }
    error_message = "The group has no tags but its own: the provider's default tags do not reach it."
  }
}

run "one_instance_with_IMDSv2_that_goes_before_the_next_one_comes" {
  command = plan

  assert {
    condition     = [aws_autoscaling_group.this.min_size, aws_autoscaling_group.this.max_size, aws_autoscaling_group.this.desired_capacity] == [1, 1, 1]
    error_message = "There is one volume, so there is one instance."
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_maintenance_policy[0].min_healthy_percentage == 0 && aws_autoscaling_group.this.instance_maintenance_policy[0].max_healthy_percentage == 100
    error_message = "0/100: the volume can be attached to one instance only."
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_refresh[0].preferences[0].min_healthy_percentage == 0 && aws_autoscaling_group.this.instance_refresh[0].preferences[0].max_healthy_percentage == 100
    error_message = "0/100 when it is refreshed, too."
  }

  assert {
    condition     = aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_draining == "ENABLED" && aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_scaling[0].status == "DISABLED"
    error_message = "ECS drains the instance before it goes, and never asks for a second one."
  }

  assert {
    condition     = aws_autoscaling_group.this.launch_template[0].id == aws_launch_template.this.id && aws_autoscaling_group.this.launch_template[0].version == tostring(aws_launch_template.this.latest_version)
    error_message = "The group must name the version: only a change of its own begins a refresh, and $Latest never changes."
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_refresh[0].strategy == "Rolling"
    error_message = "The instance is replaced when the launch template changes."
  }

  assert {
    condition     = aws_launch_template.this.image_id == "ami-0a1b2c3d" && length(data.aws_ssm_parameter.image) == 1
    error_message = "The newest image is looked up, and the launch template names it: it changes when the image does."
  }

  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), "export VOLUME_ID=vol-0a1b2c3d REGION=eu-central-1 CLUSTER=stack\n")
    error_message = "The start-up script must be told the volume, the region and the cluster."
  }

  assert {
    condition     = length(base64decode(aws_launch_template.this.user_data)) < 16384
    error_message = "EC2 takes at most 16 KB of user data."
  }

  assert {
    condition     = [for options in aws_launch_template.this.metadata_options : "${options.http_endpoint} ${options.http_tokens} ${options.http_put_response_hop_limit}"] == ["enabled required 1"]
    error_message = "IMDSv2 must be required, and no container may reach it."
  }

  assert {
    condition     = [for device in aws_launch_template.this.block_device_mappings : "${device.device_name} ${device.ebs[0].encrypted} ${device.ebs[0].kms_key_id}"] == ["/dev/xvda true ${aws_kms_key.this.arn}"]
    error_message = "The root volume is encrypted with the stack's own key."
  }

  assert {
    condition     = aws_launch_template.this.network_interfaces[0].associate_public_ip_address == null
    error_message = "Whether there is a public address is the subnet's choice."
  }
}

run "each_role_has_what_it_needs_and_no_bucket_unless_it_is_named" {
  command = plan

  assert {
    condition     = toset(keys(output.task_role_arns)) == toset(["influxdb", "tick"]) && toset(keys(output.execution_role_arns)) == toset(["influxdb", "tick"])
    error_message = "Every output by service has influxdb and tick."
  }

  assert {
    condition     = [for statement in data.aws_iam_policy_document.task_trust.statement : [for principal in statement.principals : join(",", principal.identifiers)]] == [["ecs-tasks.amazonaws.com"]] && toset([for condition in data.aws_iam_policy_document.task_trust.statement[0].condition : condition.variable]) == toset(["aws:SourceAccount", "aws:SourceArn"])
    error_message = "Tasks of this account's alone assume the roles."
  }

  assert {
    condition = flatten([
      for statement in data.aws_iam_policy_document.execution["influxdb"].statement : tolist(statement.resources) if statement.sid == "PullImages"
    ]) == ["arn:aws:ecr:eu-central-1:123456789012:repository/stack/influxdb"]
    error_message = "InfluxDB's execution role reaches InfluxDB's repository only."
  }

  assert {
    condition = alltrue(flatten([
      for service in ["influxdb", "tick"] : [
        for statement in data.aws_iam_policy_document.execution[service].statement : statement.sid == "LogInToEcr" if contains(statement.resources, "*")
      ]
    ]))
    error_message = "Nothing but the login to ECR, which knows no finer resource, is allowed on everything."
  }

  assert {
    condition     = length(data.aws_iam_policy_document.backups) == 0 && length(data.aws_iam_policy_document.exports) == 0
    error_message = "Without a bucket there are no rights on any."
  }

  assert {
    condition     = { for statement in data.aws_iam_policy_document.data_volume.statement : statement.sid => join(",", statement.resources) if contains(statement.actions, "ec2:AttachVolume") } == { AttachTheVolume = aws_ebs_volume.data.arn, ToInstancesOfTheGroup = "arn:aws:ec2:eu-central-1:123456789012:instance/*" }
    error_message = "No volume but this one can be attached."
  }

  assert {
    condition     = [for statement in data.aws_iam_policy_document.data_volume.statement : [for condition in statement.condition : "${condition.variable} ${join(",", condition.values)}"] if statement.sid == "ToInstancesOfTheGroup"] == [["aws:ResourceTag/aws:autoscaling:groupName ${aws_autoscaling_group.this.name}"]]
    error_message = "And to no instance but the group's."
  }
}

run "what_is_named_is_taken_VPC_subnets_image_namespace_and_buckets" {
  command = plan

  variables {
    vpc_id            = "vpc-0a1b2c3d"
    subnet_ids        = ["subnet-0000000a", "subnet-0000000b", "subnet-0000000c"]
    image_id          = "ami-11111111"
    private_namespace = "staging.internal"
    backup_bucket     = "backups"
    logs_bucket       = "logs"
  }

  assert {
    condition     = !data.aws_vpc.this.default && data.aws_vpc.this.id == "vpc-0a1b2c3d" && output.vpc_id == "vpc-0a1b2c3d"
    error_message = "The VPC that is named is taken, and no other is asked for."
  }

  assert {
    condition     = { for filter in data.aws_subnets.candidates.filter : filter.name => filter.values } == { vpc-id = toset(["vpc-0a1b2c3d"]), subnet-id = toset(var.subnet_ids) }
    error_message = "Only the subnets that are named are looked for, and only in that VPC."
  }

  assert {
    condition     = output.subnet_ids == tolist(var.subnet_ids)
    error_message = "Instance and tasks are in the subnets that are named."
  }

  assert {
    condition     = aws_launch_template.this.image_id == "ami-11111111" && length(data.aws_ssm_parameter.image) == 0
    error_message = "The image that is named is taken, and AWS's releases change nothing."
  }

  assert {
    condition     = output.service_registries["influxdb"].namespace_name == "staging.internal"
    error_message = "The private namespace is the one that is named."
  }

  assert {
    condition     = toset(flatten([for statement in data.aws_iam_policy_document.backups[0].statement : tolist(statement.resources)])) == toset(["arn:aws:s3:::backups", "arn:aws:s3:::backups/*"])
    error_message = "Backups go to their bucket."
  }

  assert {
    condition     = toset(flatten([for statement in data.aws_iam_policy_document.exports[0].statement : tolist(statement.resources)])) == toset(["arn:aws:s3:::logs/*"])
    error_message = "Exports go to theirs."
  }
}

run "an_ARM_instance_in_a_zone_by_name" {
  command = plan

  variables {
    availability_zone = "eu-central-1c"
    instance_type     = "r6g.large"
  }

  override_data {
    target = data.aws_ec2_instance_type.this
    values = { maximum_network_interfaces = 3, supported_architectures = ["arm64"] }
  }

  assert {
    condition     = output.availability_zone == "eu-central-1c" && length(output.subnet_ids) == 3 && length(data.aws_subnet.any) == 0
    error_message = "A zone that is named is taken, and its subnets are found in one call."
  }

  assert {
    condition     = data.aws_ssm_parameter.image[0].name == "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id"
    error_message = "The image's architecture is the instance's."
  }
}

run "a_zone_without_a_subnet" {
  command = plan

  variables {
    availability_zone = "eu-central-1d"
  }

  override_data {
    target = data.aws_subnets.candidates
    values = { ids = [] }
  }

  expect_failures = [aws_autoscaling_group.this]
}

run "subnets_of_two_zones" {
  command = plan

  variables {
    subnet_ids = ["subnet-0000000a", "subnet-0000000b", "subnet-0000000c"]
  }

  override_data {
    target = data.aws_subnet.any["subnet-0000000c"]
    values = { availability_zone = "eu-central-1c" }
  }

  expect_failures = [aws_autoscaling_group.this]
}

# Nothing but a warning: with the account setting awsvpcTrunking the type may do.
run "an_instance_with_too_few_network_interfaces_is_warned_of" {
  command = plan

  variables {
    instance_type = "t3.micro"
  }

  override_data {
    target = data.aws_ec2_instance_type.this
    values = { maximum_network_interfaces = 2, supported_architectures = ["x86_64"] }
  }

  expect_failures = [check.network_interfaces]
}
