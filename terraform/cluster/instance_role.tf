# What the container instance itself may do. Images are pulled, logs written and secrets read by the tasks' execution roles.

resource "aws_iam_role" "instance" {
  name               = "${var.name}-instance"
  assume_role_policy = data.aws_iam_policy_document.instance_trust.json
}

data "aws_iam_policy_document" "instance_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_instance_profile" "instance" {
  name = "${var.name}-instance"
  role = aws_iam_role.instance.name
}

resource "aws_iam_role_policy" "instance" {
  for_each = {
    data-volume = data.aws_iam_policy_document.data_volume
    ecs-agent   = data.aws_iam_policy_document.ecs_agent
    shell       = data.aws_iam_policy_document.shell
  }

  name   = each.key
  role   = aws_iam_role.instance.id
  policy = each.value.json
}

data "aws_iam_policy_document" "data_volume" {
  # Attaching asks for the right on both, the volume and the instance.
  statement {
    sid       = "AttachTheVolume"
    actions   = ["ec2:AttachVolume"]
    resources = [aws_ebs_volume.data.arn]
  }

  # Auto Scaling sets this tag at launch, and nobody else can.
  statement {
    sid       = "ToInstancesOfTheGroup"
    actions   = ["ec2:AttachVolume"]
    resources = ["arn:${local.partition}:ec2:${var.region}:${var.account_id}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/aws:autoscaling:groupName"
      values   = [var.name]
    }
  }

  # EC2 decrypts an encrypted volume by a grant of whoever attaches it.
  statement {
    sid       = "GrantItsKeyToEc2"
    actions   = ["kms:CreateGrant"]
    resources = [aws_kms_key.this.arn]

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }

  statement {
    sid       = "UseItsKeyThroughEc2"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"]
    resources = [aws_kms_key.this.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["ec2.${var.region}.amazonaws.com"]
    }
  }

  statement {
    sid       = "MarkItAsFormatted"
    actions   = ["ec2:CreateTags"]
    resources = [aws_ebs_volume.data.arn]

    condition {
      test     = "ForAllValues:StringEquals"
      variable = "aws:TagKeys"
      values   = ["tickstack:formatted"]
    }
  }

  statement {
    sid       = "SeeIt"
    actions   = ["ec2:DescribeVolumes"]
    resources = ["*"] # it knows no finer one
  }
}

# What the agent calls, in this cluster. AWS's own policy for it allows more: any cluster, any repository, any log group.
data "aws_iam_policy_document" "ecs_agent" {
  statement {
    sid       = "FindEcs"
    actions   = ["ecs:DiscoverPollEndpoint"]
    resources = ["*"] # it knows no finer one
  }

  statement {
    sid = "JoinTheCluster"
    actions = [
      "ecs:DeregisterContainerInstance", "ecs:RegisterContainerInstance",
      "ecs:SubmitAttachmentStateChanges", "ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange",
    ]
    resources = [aws_ecs_cluster.this.arn]
  }

  statement {
    sid       = "TakeItsOrders"
    actions   = ["ecs:Poll", "ecs:StartTelemetrySession"]
    resources = ["arn:${local.partition}:ecs:${var.region}:${var.account_id}:container-instance/*"]

    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [aws_ecs_cluster.this.arn]
    }
  }
}

# A shell by Session Manager, in place of SSH. AWS's own policy for it reads every parameter of the account besides.
data "aws_iam_policy_document" "shell" {
  statement {
    sid       = "ReportToSystemsManager"
    actions   = ["ssm:UpdateInstanceInformation"]
    resources = ["arn:${local.partition}:ec2:${var.region}:${var.account_id}:instance/*"]
  }

  statement {
    sid       = "OpenSessions"
    actions   = local.session_actions
    resources = ["*"] # they know no finer one
  }
}
