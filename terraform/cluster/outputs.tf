output "cluster_name" {
  description = "ECS cluster."
  value       = aws_ecs_cluster.this.name
}

output "capacity_provider" {
  description = "Capacity provider of the cluster's instance."
  value       = aws_ecs_capacity_provider.this.name
}

output "autoscaling_group" {
  description = "Auto Scaling group of the cluster's instance."
  value       = aws_autoscaling_group.this.name
}

output "vpc_id" {
  description = "VPC of the stack."
  value       = data.aws_vpc.this.id
}

output "availability_zone" {
  description = "Zone of the data volume and of the instance."
  value       = aws_ebs_volume.data.availability_zone
}

output "subnet_ids" {
  description = "Subnets in that zone, for the instance and the tasks."
  value       = local.subnet_ids
}

output "data_volume_id" {
  description = "EBS volume that holds the stack's data."
  value       = aws_ebs_volume.data.id
}

output "security_group_ids" {
  description = "Service => security group of its tasks."
  value       = { for service, group in aws_security_group.service : service => group.id }
}

output "task_role_arns" {
  description = "Service => role that its containers act as."
  value       = { for service, role in aws_iam_role.task : service => role.arn }
}

output "execution_role_arns" {
  description = "Service => role by which ECS pulls its images, writes its logs and reads its secrets."
  value       = { for service, role in aws_iam_role.execution : service => role.arn }
}

output "log_groups" {
  description = "Component => log group."
  value       = { for component, group in aws_cloudwatch_log_group.component : component => group.name }
}

output "service_registries" {
  description = "Service => Cloud Map service that its tasks are registered in, and what its DNS name is made of."
  value = {
    for service, registry in aws_service_discovery_service.this : service => {
      arn            = registry.arn
      name           = registry.name
      namespace_id   = local.registries[service].namespace.id
      namespace_name = local.registries[service].namespace.name
      visibility     = local.registries[service].visibility
    }
  }
}

output "secret_arns" {
  description = "Secret => its ARN. The whole secret is the value."
  value       = { for name, secret in aws_secretsmanager_secret.influxdb : name => secret.arn }
}

output "kms_key_arn" {
  description = "Key of the volume, the logs, the secrets and the alerts."
  value       = aws_kms_key.this.arn
}

output "alerts_topic_arn" {
  description = "Topic to subscribe to for alarms and failed deployments."
  value       = aws_sns_topic.alerts.arn
}
