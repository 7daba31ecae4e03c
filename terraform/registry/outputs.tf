output "repository_urls" {
  description = "Component => address of its repository, without a tag."
  value       = { for component, repository in aws_ecr_repository.component : component => repository.repository_url }
}
