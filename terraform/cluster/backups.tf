# A snapshot of the data volume every night.

resource "aws_dlm_lifecycle_policy" "data" {
  description        = "Daily snapshots of ${var.name}-data"
  execution_role_arn = aws_iam_role.snapshots.arn
  state              = "ENABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = var.name }

    schedule {
      name      = "daily"
      copy_tags = true

      create_rule {
        interval      = 24
        interval_unit = "HOURS"
        times         = ["03:00"]
      }

      retain_rule {
        count = 14
      }

      tags_to_add = { SnapshotCreator = "DLM" }
    }
  }

  tags = { Name = "${var.name}-data" }
}

resource "aws_iam_role" "snapshots" {
  name               = "${var.name}-snapshots"
  assume_role_policy = data.aws_iam_policy_document.snapshots_trust.json
}

data "aws_iam_policy_document" "snapshots_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["dlm.amazonaws.com"]
    }

    # Only for policies of this account's own.
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:dlm:${var.region}:${var.account_id}:policy/*"]
    }
  }
}

resource "aws_iam_role_policy" "snapshots" {
  name   = "snapshots"
  role   = aws_iam_role.snapshots.id
  policy = data.aws_iam_policy_document.snapshots.json
}

# This volume's snapshots alone. AWS's own policy for it may delete any snapshot of the account.
data "aws_iam_policy_document" "snapshots" {
  statement {
    sid       = "MakeSnapshotsOfTheVolume"
    actions   = ["ec2:CreateSnapshot"]
    resources = [aws_ebs_volume.data.arn, local.snapshots]
  }

  statement {
    sid       = "TagThemAsTheyAreMade"
    actions   = ["ec2:CreateTags"]
    resources = [local.snapshots]
  }

  # They carry the volume's tags.
  statement {
    sid       = "DeleteOldOnes"
    actions   = ["ec2:DeleteSnapshot"]
    resources = [local.snapshots]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Backup"
      values   = [var.name]
    }
  }

  statement {
    sid       = "SeeThem"
    actions   = ["ec2:DescribeInstances", "ec2:DescribeSnapshots", "ec2:DescribeVolumes"]
    resources = ["*"] # they know no finer one
  }
}

locals {
  snapshots = "arn:${local.partition}:ec2:${var.region}::snapshot/*" # a snapshot's ARN names no account
}
