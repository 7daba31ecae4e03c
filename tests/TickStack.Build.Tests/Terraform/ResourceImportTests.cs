using NSubstitute;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public class ResourceImportTests
{
    private const string Role = "aws_iam_role.instance";

    private const string Made = """
        { "address": "aws_iam_role.instance", "type": "aws_iam_role", "change": { "actions": ["create"], "after": { "name": "metrics-instance" } } },
        { "address": "aws_kms_alias.this", "type": "aws_kms_alias", "change": { "actions": ["create"], "after": { "name": "alias/metrics" } } },
        { "address": "aws_secretsmanager_secret.influxdb[\"admin\"]", "type": "aws_secretsmanager_secret", "change": { "actions": ["create"],
          "after": { "name": "metrics/influxdb/admin-password" } } },
        { "address": "aws_ecs_capacity_provider.this", "type": "aws_ecs_capacity_provider", "change": { "actions": ["create"],
          "after": { "name": "metrics" } } },
        { "address": "aws_service_discovery_public_dns_namespace.public", "type": "aws_service_discovery_public_dns_namespace",
          "change": { "actions": ["create"], "after": { "name": "metrics.example" } } }
        """;

    private static readonly FailureException Failure = new("EntityAlreadyExists");

    private readonly ITerraform terraform = Substitute.For<ITerraform>();
    private readonly IStateCommands state = Substitute.For<IStateCommands>();
    private readonly ResourceImport imports;

    public ResourceImportTests()
    {
        imports = new ResourceImport(terraform, state, SampleStack.Settings, new NoReport());
        terraform.ShowPlanJsonAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>()).Returns(Plans.Json(Made));
        StateHolds("""{ "name": "metrics-instance", "tags_all": { "Project": "metrics" } }""");
    }

    [Fact]
    public async Task What_carries_the_stacks_tag_is_taken_into_the_state()
    {
        await imports.ImportAsync(TerraformRoot.Cluster, [Role], Failure, TestContext.Current.CancellationToken);

        await state.Received().ImportAsync(TerraformRoot.Cluster, Role, "metrics-instance", Arg.Any<CancellationToken>());
        await state.DidNotReceiveWithAnyArgs().ForgetAsync(default!, default!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_cannot_be_tagged_is_taken_by_its_name()
    {
        StateHolds("""{ "name": "metrics-instance" }""");

        await imports.ImportAsync(TerraformRoot.Cluster, [Role], Failure, TestContext.Current.CancellationToken);

        await state.DidNotReceiveWithAnyArgs().ForgetAsync(default!, default!, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""{ "name": "metrics-instance", "tags_all": { "Project": "another" } }""")]
    [InlineData("""{ "name": "metrics-instance", "tags_all": {} }""")]
    [InlineData("""{ "name": "metrics-instance", "tags_all": null }""")]
    public async Task What_is_somebody_elses_is_left_to_them(string attributes)
    {
        StateHolds(attributes);

        var refused = await Should.ThrowAsync<FailureException>(
            () => imports.ImportAsync(TerraformRoot.Cluster, [Role], Failure, TestContext.Current.CancellationToken));

        refused.Problems[0].Message.ShouldBe("EntityAlreadyExists");
        refused.Problems[1].Message.ShouldBe("aws_iam_role.instance cannot be made: there is a 'metrics-instance' without the tag Project = metrics.");
        await state.Received().ForgetAsync(TerraformRoot.Cluster, Role, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_has_no_name_that_identifies_it_is_for_a_person_to_import()
    {
        var refused = await Should.ThrowAsync<FailureException>(() => imports.ImportAsync(
            TerraformRoot.Cluster, ["aws_service_discovery_public_dns_namespace.public"], Failure, TestContext.Current.CancellationToken));

        refused.Problems[1].Remedy.ShouldBe("Import it: terraform import 'aws_service_discovery_public_dns_namespace.public' ID");
        await state.DidNotReceiveWithAnyArgs().ImportAsync(default!, default!, default!, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("aws_kms_alias.this", "alias/metrics")]
    [InlineData("aws_secretsmanager_secret.influxdb[\"admin\"]", "metrics/influxdb/admin-password")]
    [InlineData("aws_ecs_capacity_provider.this", "arn:aws:ecs:eu-west-1:111122223333:capacity-provider/metrics")]
    [InlineData("aws_iam_role.another", null)]
    public void Each_type_is_imported_by_what_it_wants(string address, string? id) => ImportIds.Of(Plans.Of(Made), address, SampleStack.Settings).ShouldBe(id);

    private void StateHolds(string attributes) => state.PullAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>()).Returns(
        States.Of($$"""{ "mode": "managed", "type": "aws_iam_role", "name": "instance", "instances": [ { "attributes": {{attributes}} } ] }"""));
}
