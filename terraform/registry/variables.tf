variable "name" {
  description = "Prefix of every repository's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,19}[a-z0-9]$", var.name))
    error_message = "name must be 2-21 lower-case letters, digits and hyphens, a letter first and no hyphen last."
  }
}

variable "region" {
  description = "AWS region of the repositories."
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

variable "tags" {
  description = "Tags of every resource, beside Project and ManagedBy."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key, value in var.tags : can(regex("^.{1,128}$", key)) && length(value) <= 256 && !startswith(lower(key), "aws:")])
    error_message = "tags must have keys of 1-128 characters that do not begin with aws:, and values of at most 256."
  }

  validation {
    condition     = length(setintersection(keys(var.tags), ["Project", "ManagedBy"])) == 0
    error_message = "tags must leave Project and ManagedBy to the stack."
  }
}
