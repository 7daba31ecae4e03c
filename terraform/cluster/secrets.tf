# Passwords of InfluxDB's users. AWS makes them up, and they pass through Terraform's memory only: neither plan nor state holds
# them. They are written once; a later one is InfluxDB's to change first (SET PASSWORD), then the secret's.

locals {
  # Name among the outputs => whose password it is.
  influxdb_users = {
    influxdb_admin_password    = "admin"
    influxdb_telegraf_password = "telegraf"
  }
}

resource "aws_secretsmanager_secret" "influxdb" {
  for_each = local.influxdb_users

  name                    = "${var.name}/influxdb/${each.value}-password"
  description             = "Password of InfluxDB's user ${each.value}"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 7
}

ephemeral "aws_secretsmanager_random_password" "influxdb" {
  for_each = var.generate_passwords ? local.influxdb_users : {}

  # InfluxDB's entrypoint and Chronograf's sources mangle punctuation.
  password_length     = 32
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret_version" "influxdb" {
  for_each = var.generate_passwords ? local.influxdb_users : {}

  secret_id                = aws_secretsmanager_secret.influxdb[each.key].id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.influxdb[each.key].random_password
  secret_string_wo_version = 1
}
