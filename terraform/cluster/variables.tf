variable "name" {
  description = "Name of the cluster, and prefix of every other resource's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}$", var.name))
    error_message = "name must be 2-21 lower-case letters, digits and hyphens, starting with a letter."
  }
}

variable "region" {
  description = "AWS region of the stack."
  type        = string
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
}

variable "availability_zone" {
  description = "Zone of the data volume, and so of the instance; the first one that has a subnet when null. Must never change once the volume exists."
  type        = string
  default     = null
}

variable "instance_type" {
  description = "EC2 instance type. Its network interfaces must be three or more: its own, and one of each service's task."
  type        = string
  default     = "r5.large"
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
}

variable "logs_bucket" {
  description = "S3 bucket that both services may write logs and exports to; none when null."
  type        = string
  default     = null
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
}
