provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  # A call that fails for good is given up after seconds, not after the nine minutes of the default 25; a throttled one still has time.
  max_retries = 5

  default_tags {
    tags = merge(var.tags, { Project = var.name, ManagedBy = "terraform" })
  }
}
