locals {
  components = toset(["influxdb", "telegraf", "kapacitor", "chronograf"])
}

resource "aws_ecr_repository" "component" {
  for_each = local.components

  name                 = "${var.name}/${each.key}"
  image_tag_mutability = "IMMUTABLE" # a tag is a hash of its image's content
  force_delete         = false

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }

  # Running task definitions name the images in it: without them no task starts again, and no deploy can go back.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_ecr_lifecycle_policy" "component" {
  for_each = local.components

  repository = aws_ecr_repository.component[each.key].name
  policy     = jsonencode({ rules = [local.expire_untagged, local.keep_last_tagged] })
}

locals {
  # Every push has a tag: what has none is left over from a push that broke off.
  expire_untagged = {
    rulePriority = 1
    description  = "Expire untagged images after a day"
    selection = {
      tagStatus   = "untagged"
      countType   = "sinceImagePushed"
      countUnit   = "days"
      countNumber = 1
    }
    action = { type = "expire" }
  }

  # ECR does not know which image is deployed. An image is deployed when it is pushed, and every later one replaces it, so what
  # runs is among the newest few; twenty leave room for going back. Whoever pushes more than that without deploying loses it.
  keep_last_tagged = {
    rulePriority = 2
    description  = "Keep the last 20 images"
    selection = {
      tagStatus      = "tagged"
      tagPatternList = ["*"]
      countType      = "imageCountMoreThan"
      countNumber    = 20
    }
    action = { type = "expire" }
  }
}
