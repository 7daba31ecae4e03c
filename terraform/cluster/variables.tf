variable "name" {
  description = "Name of the cluster, and prefix of every other resource's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,19}[a-z0-9]$", var.name))
    error_message = "name must be 2-21 lower-case letters, digits and hyphens, a letter first and no hyphen last."
  }

  validation {
    condition     = !can(regex("^(aws|ecs|fargate)", var.name))
    error_message = "name must not begin with aws, ecs or fargate: ECS keeps these for its own capacity providers."
  }
}

variable "region" {
  description = "AWS region of the stack."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as eu-west-1."
  }
}

variable "account_id" {
  description = "The AWS account that this environment lives in. Credentials of another one are refused."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be twelve digits."
  }
}

variable "vpc_id" {
  description = "VPC of the stack; the account's default VPC when null."
  type        = string
  default     = null

  validation {
    condition     = var.vpc_id == null || can(regex("^vpc-[0-9a-f]{8,17}$", var.vpc_id))
    error_message = "vpc_id must be the id of a VPC such as vpc-0a1b2c3d."
  }
}

variable "subnet_ids" {
  description = "Subnets of that VPC for the instance and the tasks, all in one zone; every subnet of the zone when null. A task gets no public address, so its subnet needs a NAT gateway, or endpoints for what it calls."
  type        = list(string)
  default     = null

  validation {
    condition     = var.subnet_ids == null || try(length(var.subnet_ids) > 0 && alltrue([for id in var.subnet_ids : can(regex("^subnet-[0-9a-f]{8,17}$", id))]), false)
    error_message = "subnet_ids must be ids of subnets such as subnet-0a1b2c3d, at least one, or null."
  }
}

variable "availability_zone" {
  description = "Zone of the data volume, and so of the instance; the first one that has a subnet when null. Must never change once the volume exists."
  type        = string
  default     = null

  validation {
    condition     = var.availability_zone == null || can(regex("^${var.region}[a-z]$", var.availability_zone))
    error_message = "availability_zone must be a zone of the region, such as ${var.region}a."
  }
}

variable "instance_type" {
  description = "EC2 instance type. Its network interfaces must be three or more: its own, and one of each service's task."
  type        = string
  default     = "r5.large"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", var.instance_type))
    error_message = "instance_type must be an EC2 instance type such as r5.large."
  }
}

variable "image_id" {
  description = "Machine image of the instance, of its architecture, ECS-optimized Amazon Linux 2023; the newest one when null. When it changes, the instance is replaced."
  type        = string
  default     = null

  validation {
    condition     = var.image_id == null || can(regex("^ami-[0-9a-f]{8,17}$", var.image_id))
    error_message = "image_id must be the id of a machine image such as ami-0a1b2c3d."
  }
}

variable "data_volume_size" {
  description = "Size of the data volume in GiB. It can grow, and is grown into at the instance's next start; it cannot shrink."
  type        = number
  default     = 100

  validation {
    condition     = var.data_volume_size >= 1 && var.data_volume_size <= 16384 && floor(var.data_volume_size) == var.data_volume_size
    error_message = "data_volume_size must be a whole number of GiB from 1 to 16384."
  }
}

variable "private_namespace" {
  description = "Private DNS namespace in which InfluxDB gets its name. Two stacks in one VPC need two."
  type        = string
  default     = "monitoring"

  validation {
    condition     = length(var.private_namespace) <= 240 && can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", var.private_namespace))
    error_message = "private_namespace must be a DNS name such as monitoring or tick.internal."
  }
}

variable "public_domain" {
  description = "Public DNS namespace in which Chronograf gets its name. The name resolves everywhere, to an address that only the VPC can reach."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.public_domain))
    error_message = "public_domain must be a domain name such as tick.example.com."
  }
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the containers' logs."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of the periods that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."
  }
}

variable "backup_bucket" {
  description = "S3 bucket that the influxdb service may write backups to and read them from; none when null."
  type        = string
  default     = null

  validation {
    condition     = var.backup_bucket == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.backup_bucket))
    error_message = "backup_bucket must be the name of an S3 bucket: 3-63 lower-case letters, digits, dots and hyphens."
  }
}

variable "logs_bucket" {
  description = "S3 bucket that the influxdb service may write logs and exports to; none when null."
  type        = string
  default     = null

  validation {
    condition     = var.logs_bucket == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.logs_bucket))
    error_message = "logs_bucket must be the name of an S3 bucket: 3-63 lower-case letters, digits, dots and hyphens."
  }
}

variable "generate_passwords" {
  description = "Whether AWS generates the passwords of InfluxDB's users. When false, the secrets are made empty, for their owner to fill before the first deploy."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags of every resource, beside Project and ManagedBy."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key, value in var.tags : can(regex("^.{1,128}$", key)) && length(value) <= 256 && !startswith(lower(key), "aws:")])
    error_message = "tags must have keys of 1-128 characters that do not begin with aws:, and values of at most 256."
  }

  # By these the stack finds what is its own: roles, backups and the start-up script ask for them.
  validation {
    condition     = alltrue([for key in keys(var.tags) : !contains(["Project", "ManagedBy", "Name", "Backup", "AmazonECSManaged"], key) && !startswith(key, "tickstack:")])
    error_message = "tags must leave Project, ManagedBy, Name, Backup, AmazonECSManaged and whatever begins with tickstack: to the stack."
  }
}
