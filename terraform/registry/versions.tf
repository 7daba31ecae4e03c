terraform {
  required_version = ">= 1.11, < 2.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # Bucket, key and region are the environment's: terraform init -backend-config=…
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}
