# What a variable refuses. Nothing is asked of AWS, see cluster.tftest.hcl.

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
  values = { id = "vpc-0a1b2c3d", cidr_block = "10.0.0.0/16", cidr_block_associations = [] }
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

variables {
  name               = "stack"
  region             = "eu-central-1"
  account_id         = "123456789012"
  public_domain      = "tick.example.com"
  generate_passwords = false
}

run "values_that_are_no_names_of_AWS" {
  command = plan

  variables {
    name               = "Not A Name"
    region             = "Frankfurt"
    account_id         = "production"
    vpc_id             = "default"
    subnet_ids         = ["subnet-a"]
    instance_type      = "large"
    image_id           = "amazon-linux"
    private_namespace  = "-monitoring"
    public_domain      = "localhost"
    log_retention_days = 31
    data_volume_size   = 0
    backup_bucket      = "Backups"
    logs_bucket        = "l"
    tags               = { "aws:owner" = "me" }
  }

  expect_failures = [
    var.name, var.region, var.account_id, var.vpc_id, var.subnet_ids, var.instance_type, var.image_id, var.private_namespace, var.public_domain,
    var.log_retention_days, var.data_volume_size, var.backup_bucket, var.logs_bucket, var.tags,
  ]
}

run "values_that_are_names_but_not_here" {
  command = plan

  variables {
    name              = "ecs-tick"
    availability_zone = "eu-west-1a"
    subnet_ids        = []
    data_volume_size  = 20.5
    tags              = { Project = "another" }
  }

  expect_failures = [var.name, var.availability_zone, var.subnet_ids, var.data_volume_size, var.tags]
}

run "what_is_at_the_limits" {
  command = plan

  variables {
    name               = "a-name-of-21-letters1"
    region             = "us-gov-west-1"
    data_volume_size   = 16384
    log_retention_days = 3653
    private_namespace  = "tick.internal"
    public_domain      = "a.b.example.museum"
    tags               = { (join("", [for _ in range(128) : "k"])) = "" }
  }

  assert {
    condition     = aws_ecs_cluster.this.name == "a-name-of-21-letters1"
    error_message = "These are right."
  }
}
