using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public class ExistingResourcesTests
{
    [Fact]
    public void Each_resource_that_exists_already_is_found_by_its_address_and_no_other() =>
        ExistingResources.In("""
            terraform apply of terraform/cluster failed: Terraform: Process returned an error (exit code 1).
                Error: creating ECR Repository (tick/telegraf): operation error ECR: CreateRepository, RepositoryAlreadyExistsException: exists
                  with aws_ecr_repository.component["telegraf"],
                  on main.tf line 5, in resource "aws_ecr_repository" "component":
                   5: resource "aws_ecr_repository" "component" {
                Error: creating KMS Key: AccessDeniedException: no
                  with aws_kms_key.this,
                  on kms.tf line 3, in resource "aws_kms_key" "this":
                Error: creating IAM Role (tick-instance): operation error IAM: CreateRole, EntityAlreadyExists: Role with name tick-instance already exists.
                  with aws_iam_role.instance,
                Error: creating ECS Capacity Provider (tick): ClientException: The specified capacity provider already exists.
                  with aws_ecs_capacity_provider.this,
            """).ShouldBe(["aws_ecr_repository.component[\"telegraf\"]", "aws_iam_role.instance", "aws_ecs_capacity_provider.this"]);

    [Theory]
    [InlineData("")]
    [InlineData("Error: Backend initialization required\n  with aws_iam_role.instance,")]
    [InlineData("EntityAlreadyExists")]
    public void Another_failure_names_none(string failure) => ExistingResources.In(failure).ShouldBeEmpty();
}
