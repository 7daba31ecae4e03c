mock_provider "aws" {}

variables {
  name       = "stack"
  region     = "eu-central-1"
  account_id = "123456789012"
}

run "one_repository_for_each_component" {
  command = plan

  assert {
    condition     = toset([for repository in aws_ecr_repository.component : repository.name]) == toset(["stack/influxdb", "stack/telegraf", "stack/kapacitor", "stack/chronograf"])
    error_message = "The repositories are NAME/COMPONENT, one for each of the four."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.component : repository.image_tag_mutability == "IMMUTABLE"])
    error_message = "A tag must never move."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.component : repository.image_scanning_configuration[0].scan_on_push])
    error_message = "Every push must be scanned."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.component : repository.encryption_configuration[0].encryption_type == "AES256"])
    error_message = "Images must be encrypted."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.component : !repository.force_delete])
    error_message = "A repository that holds images must not be deleted."
  }
}

run "images_are_kept_for_going_back" {
  command = plan

  assert {
    condition = alltrue([
      for policy in aws_ecr_lifecycle_policy.component :
      [for rule in jsondecode(policy.policy).rules : rule.selection.countNumber if rule.selection.tagStatus == "tagged"] == [20]
    ])
    error_message = "The last twenty tagged images are kept."
  }
}

run "values_that_are_no_names_of_AWS" {
  command = plan

  variables {
    name       = "Not A Name"
    region     = "Frankfurt"
    account_id = "production"
    tags       = { "aws:owner" = "me" }
  }

  expect_failures = [var.name, var.region, var.account_id, var.tags]
}

run "a_name_that_ends_in_a_hyphen_and_tags_that_are_the_stacks_own" {
  command = plan

  variables {
    name = "stack-"
    tags = { ManagedBy = "me" }
  }

  expect_failures = [var.name, var.tags]
}
