# Plans by the real provider, so that values and policies are checked as AWS's schemas have them, with everything that it would
# ask AWS for given here: no call leaves the machine. (A mock_provider would refuse the ephemeral passwords.) Only plans, because
# nothing here may be destroyed.

provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_vpc.this
  values = { id = "vpc-1", cidr_block = "10.0.0.0/16" }
}

override_data {
  target = data.aws_subnets.candidates
  values = { ids = ["subnet-1", "subnet-2", "subnet-3"] }
}

override_data {
  target = data.aws_subnet.any
  values = { id = "subnet-1", availability_zone = "eu-central-1b" }
}

override_data {
  target = data.aws_subnet.any["subnet-2"]
  values = { id = "subnet-2", availability_zone = "eu-central-1a" }
}

override_data {
  target = data.aws_ec2_instance_type.this
  values = { maximum_network_interfaces = 3, supported_architectures = ["x86_64"] }
}

override_resource {
  target          = aws_kms_key.this
  override_during = plan
  values          = { arn = "arn:aws:kms:eu-central-1:123456789012:key/1" }
}

override_resource {
  target          = aws_ebs_volume.data
  override_during = plan
  values          = { id = "vol-1", arn = "arn:aws:ec2:eu-central-1:123456789012:volume/vol-1" }
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

run "the_volume_is_encrypted_and_in_the_instances_zone" {
  command = plan

  assert {
    condition     = aws_ebs_volume.data.encrypted && aws_ebs_volume.data.kms_key_id == aws_kms_key.this.arn && aws_ebs_volume.data.type == "gp3"
    error_message = "The data volume is gp3, encrypted with the stack's own key."
  }

  assert {
    condition     = output.availability_zone == "eu-central-1a" && output.subnet_ids == tolist(["subnet-2"])
    error_message = "Without a wish, volume and instance are in the first zone that has a subnet."
  }

  assert {
    condition     = aws_autoscaling_group.this.vpc_zone_identifier == toset(output.subnet_ids)
    error_message = "The group must not leave the volume's zone."
  }
}

run "the_old_instance_goes_before_the_new_one_comes" {
  command = plan

  assert {
    condition     = aws_autoscaling_group.this.min_size == 1 && aws_autoscaling_group.this.max_size == 1
    error_message = "There is one volume, so there is one instance."
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_maintenance_policy[0].min_healthy_percentage == 0 && aws_autoscaling_group.this.instance_maintenance_policy[0].max_healthy_percentage == 100
    error_message = "0/100: the volume can be attached to one instance only."
  }
}

run "the_instance_mounts_the_volume_and_needs_IMDSv2" {
  command = plan

  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), "export VOLUME_ID=vol-1 REGION=eu-central-1 CLUSTER=stack\n")
    error_message = "The start-up script must be told the volume, the region and the cluster."
  }

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required"
    error_message = "IMDSv2 must be required."
  }
}

run "two_services_and_only_the_flows_between_them" {
  command = plan

  assert {
    condition     = toset(keys(output.security_group_ids)) == toset(["influxdb", "tick"]) && toset(keys(output.task_role_arns)) == toset(["influxdb", "tick"]) && toset(keys(output.execution_role_arns)) == toset(["influxdb", "tick"])
    error_message = "Every output by service has influxdb and tick."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.flow : rule.from_port] == [8086]
    error_message = "Only InfluxDB's HTTP port is open to the other service."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.chronograf.cidr_ipv4 == "10.0.0.0/16" && aws_vpc_security_group_ingress_rule.chronograf.from_port == 8888
    error_message = "Chronograf is open to the VPC, and to nobody else."
  }
}

run "a_service_pulls_its_own_images_only" {
  command = plan

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
}

run "buckets_are_reached_when_they_are_named" {
  command = plan

  variables {
    backup_bucket = "backups"
    logs_bucket   = "logs"
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

run "names_that_the_services_go_by" {
  command = plan

  assert {
    condition     = { for service, registry in output.service_registries : service => "${registry.name}.${registry.namespace_name} ${registry.visibility}" } == { influxdb = "influxdb.monitoring private", tick = "chronograf.tick.example.com public" }
    error_message = "influxdb.monitoring is private, chronograf.PUBLIC_DOMAIN is public."
  }

  assert {
    condition     = alltrue([for service in aws_service_discovery_service.this : service.dns_config[0].dns_records[0].ttl == 10])
    error_message = "A task has another address after every deploy: names must not be cached for long."
  }

  assert {
    condition     = output.log_groups == { for component in ["influxdb", "telegraf", "kapacitor", "chronograf"] : component => "/stack/${component}" }
    error_message = "Each component has a log group of its own."
  }
}

run "secrets_are_made_without_a_value" {
  command = plan

  assert {
    condition     = toset(keys(output.secret_arns)) == toset(["influxdb_admin_password", "influxdb_telegraf_password"])
    error_message = "One secret for each of InfluxDB's users."
  }

  assert {
    condition     = length(aws_secretsmanager_secret_version.influxdb) == 0
    error_message = "With generate_passwords = false, their owner fills them."
  }
}

run "a_zone_by_name" {
  command = plan

  variables {
    availability_zone = "eu-central-1c"
  }

  assert {
    condition     = output.availability_zone == "eu-central-1c" && length(output.subnet_ids) == 3 && length(data.aws_subnet.any) == 0
    error_message = "A zone that is named is taken, and its subnets are found in one call."
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

run "an_ARM_instance_starts_from_an_ARM_image" {
  command = plan

  variables {
    instance_type = "r6g.large"
  }

  override_data {
    target = data.aws_ec2_instance_type.this
    values = { maximum_network_interfaces = 3, supported_architectures = ["arm64"] }
  }

  assert {
    condition     = aws_launch_template.this.image_id == "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id"
    error_message = "The image's architecture is the instance's."
  }
}

run "an_instance_with_too_few_network_interfaces" {
  command = plan

  variables {
    instance_type = "t3.micro"
  }

  override_data {
    target = data.aws_ec2_instance_type.this
    values = { maximum_network_interfaces = 2, supported_architectures = ["x86_64"] }
  }

  expect_failures = [aws_launch_template.this]
}

run "values_that_AWS_would_refuse" {
  command = plan

  variables {
    name               = "Not A Name"
    account_id         = "production"
    public_domain      = "localhost"
    log_retention_days = 31
    data_volume_size   = 0
  }

  expect_failures = [var.name, var.account_id, var.public_domain, var.log_retention_days, var.data_volume_size]
}
