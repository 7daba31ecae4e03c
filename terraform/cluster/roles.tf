# Of each service: the execution role, by which ECS pulls, logs and reads secrets, and the task role, which its containers act as.

data "aws_iam_policy_document" "task_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    # Only for tasks of this account's own.
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:ecs:${var.region}:${var.account_id}:*"]
    }
  }
}

resource "aws_iam_role" "execution" {
  for_each = local.services

  name               = "${var.name}-${each.key}-execution"
  assume_role_policy = data.aws_iam_policy_document.task_trust.json
}

resource "aws_iam_role_policy" "execution" {
  for_each = local.services

  name   = "execution"
  role   = aws_iam_role.execution[each.key].id
  policy = data.aws_iam_policy_document.execution[each.key].json
}

data "aws_iam_policy_document" "execution" {
  for_each = local.services

  statement {
    sid       = "LogInToEcr"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"] # it knows no finer one
  }

  statement {
    sid       = "PullImages"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = [for component in each.value : "arn:${local.partition}:ecr:${var.region}:${var.account_id}:repository/${var.name}/${component}"]
  }

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [for component in each.value : "${aws_cloudwatch_log_group.component[component].arn}:*"]
  }

  statement {
    sid       = "ReadSecrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [for secret in aws_secretsmanager_secret.influxdb : secret.arn]
  }

  statement {
    sid       = "DecryptSecrets"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.this.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.${var.region}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task" {
  for_each = local.services

  name               = "${var.name}-${each.key}-task"
  assume_role_policy = data.aws_iam_policy_document.task_trust.json
}

resource "aws_iam_role_policy" "task" {
  for_each = local.services

  name   = "task"
  role   = aws_iam_role.task[each.key].id
  policy = data.aws_iam_policy_document.task[each.key].json
}

data "aws_iam_policy_document" "task" {
  for_each = local.services

  source_policy_documents = concat(
    [data.aws_iam_policy_document.exec.json],
    each.key == "influxdb" ? concat(data.aws_iam_policy_document.backups[*].json, data.aws_iam_policy_document.exports[*].json) : [],
    each.key == "tick" ? [data.aws_iam_policy_document.metrics.json] : [],
  )
}

locals {
  session_actions = [
    "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
  ]
}

# "aws ecs execute-command", and its recording.
data "aws_iam_policy_document" "exec" {
  statement {
    sid       = "OpenExecSessions"
    actions   = local.session_actions
    resources = ["*"] # they know no finer one
  }

  statement {
    sid       = "FindExecLog"
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"] # the agent asks for all groups
  }

  statement {
    sid       = "RecordExecSessions"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.exec.arn}:*"]
  }

  statement {
    sid       = "EncryptExecSessions"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.this.arn]
  }
}

# Telegraf's view of the buckets and of the cluster.
data "aws_iam_policy_document" "metrics" {
  statement {
    sid       = "ReadMetrics"
    actions   = ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"]
    resources = ["*"] # they know no finer one
  }
}

data "aws_iam_policy_document" "backups" {
  count = var.backup_bucket == null ? 0 : 1

  statement {
    sid       = "ListBackups"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${local.partition}:s3:::${var.backup_bucket}"]
  }

  statement {
    sid       = "KeepBackups"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${var.backup_bucket}/*"]
  }
}

data "aws_iam_policy_document" "exports" {
  count = var.logs_bucket == null ? 0 : 1

  statement {
    sid       = "WriteExports"
    actions   = ["s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${var.logs_bucket}/*"]
  }
}
