resource "aws_iam_role" "instance" {
  name               = "${var.name}-instance"
  assume_role_policy = data.aws_iam_policy_document.service_trust["ec2"].json
}

resource "aws_iam_instance_profile" "instance" {
  name = "${var.name}-instance"
  role = aws_iam_role.instance.name
}

resource "aws_iam_role_policy_attachment" "instance" {
  for_each = toset([
    "service-role/AmazonEC2ContainerServiceforEC2Role",
    "AmazonSSMManagedInstanceCore", # a shell without SSH
  ])

  role       = aws_iam_role.instance.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy" "data_volume" {
  name   = "data-volume"
  role   = aws_iam_role.instance.id
  policy = data.aws_iam_policy_document.data_volume.json
}

data "aws_iam_policy_document" "data_volume" {
  statement {
    sid     = "AttachTheVolume"
    actions = ["ec2:AttachVolume"]
    resources = [
      aws_ebs_volume.data.arn,
      "arn:${local.partition}:ec2:${var.region}:${var.account_id}:instance/*",
    ]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Project"
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
