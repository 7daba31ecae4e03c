using NSubstitute;
using TickStack.Build.Artifacts;
using TickStack.Build.Options;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

/// <summary>What is asked of Terraform, and in what order.</summary>
public sealed class DestroyStageTests : IDisposable
{
    private const string Cluster = """{ "address": "aws_ecs_cluster.this", "type": "aws_ecs_cluster", "change": { "actions": ["delete"] } }""";
    private const string Volume = """{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["delete"] } }""";

    private readonly TemporaryFolder folder = new();
    private readonly ITerraform terraform = Substitute.For<ITerraform>();
    private readonly IStateCommands state = Substitute.For<IStateCommands>();
    private readonly IPlanReport report = Substitute.For<IPlanReport>();
    private readonly List<TerraformPlan> planned = [];
    private readonly List<TerraformPlan> applied = [];
    private readonly RootFolders folders;
    private readonly DestroyStage stage;

    public DestroyStageTests()
    {
        var artifacts = new ArtifactStore(folder.Path);
        folders = new RootFolders(RepositoryRoot.Find(), artifacts);
        stage = new DestroyStage(terraform, state, new TaintedResources(state, new NoReport()), folders, artifacts, SampleStack.Settings, report,
            new NoReport(), TimeProvider.System);
        terraform.PlanAsync(Arg.Do<TerraformPlan>(planned.Add), Cancel).Returns(true);
        terraform.ApplyAsync(Arg.Do<TerraformPlan>(applied.Add), Cancel).Returns(Task.CompletedTask);
        PlanDoes("destroy", Cluster);
        PlanDoes("release",
            """{ "address": "aws_secretsmanager_secret.influxdb[\"admin\"]", "type": "aws_secretsmanager_secret", "change": { "actions": ["update"] } }""");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_the_data_the_plan_names_everything_else()
    {
        await stage.DestroyAsync(TerraformRoot.Cluster, States.Read(States.Data, States.Rest), Cancel);

        var plan = planned.ShouldHaveSingleItem();
        plan.Targets.ShouldBe(["aws_ecs_cluster.this", "aws_iam_role.task[\"tick\"]", "aws_launch_template.this"]);
        (plan.Destroys, plan.Unprotected, plan.Name).ShouldBe((true, false, "destroy"));
        applied.ShouldBe([plan]);
        report.Received().Planned(TerraformRoot.Cluster, Arg.Is<PlanSummary>(summary => summary.Changes.Count == 1), folders.PlanText(plan));
    }

    [Fact]
    public async Task When_only_the_data_is_left_Terraform_is_asked_nothing()
    {
        await stage.DestroyAsync(TerraformRoot.Cluster, States.Read(States.Data), Cancel);
        await stage.DestroyWithDataAsync(TerraformRoot.Cluster, States.Read(), Cancel);

        terraform.ReceivedCalls().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Volume)]
    [InlineData("""{ "address": "aws_kms_key.this", "type": "aws_kms_key", "change": { "actions": ["delete", "create"] } }""")]
    [InlineData("""{ "address": "aws_iam_role.task[\"tick\"]", "type": "aws_iam_role", "change": { "actions": ["create"] } }""")]
    public async Task A_plan_that_does_anything_else_is_not_carried_out(string change)
    {
        PlanDoes("destroy", Cluster, change);

        var refused = await Should.ThrowAsync<FailureException>(() => stage.DestroyAsync(TerraformRoot.Cluster, States.Read(States.Data, States.Rest), Cancel));

        refused.Message.ShouldStartWith("terraform/cluster: the plan was not carried out, for it does what it must not: ");
        applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_data_secrets_are_released_first_then_everything_goes_from_the_copy()
    {
        PlanDoes("destroy", Cluster, Volume);
        terraform.When(program => program.PlanAsync(Arg.Any<TerraformPlan>(), Cancel))
            .Do(_ => File.Exists(Path.Combine(folders.Copy(TerraformRoot.Cluster), "override.tf")).ShouldBeTrue());

        await stage.DestroyWithDataAsync(TerraformRoot.Cluster, States.Read(States.Data, States.Rest), Cancel);

        applied.Select(plan => (plan.Name, plan.Destroys, plan.Unprotected)).ShouldBe([("release", false, true), ("destroy", true, true)]);
        applied[0].Targets.ShouldBe(["aws_secretsmanager_secret.influxdb[\"admin\"]", "aws_secretsmanager_secret.influxdb[\"telegraf\"]"]);
        applied[1].Targets.ShouldBeEmpty();
        Directory.Exists(folders.Copy(TerraformRoot.Cluster)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("false")]
    [InlineData("null")]
    public async Task A_volume_that_would_go_without_a_final_snapshot_gets_one_first(string taken)
    {
        var data = States.Data.Replace("\"final_snapshot\": true", $"\"final_snapshot\": {taken}", StringComparison.Ordinal);

        await stage.DestroyWithDataAsync(TerraformRoot.Cluster, States.Read(data), Cancel);

        applied[0].Name.ShouldBe("release");
        applied[0].Targets.ShouldContain("aws_ebs_volume.data");
    }

    [Fact]
    public async Task What_a_killed_apply_has_left_half_made_is_not_made_anew_to_be_destroyed()
    {
        state.PullAsync(TerraformRoot.Registry, Cancel).Returns("""
            { "version": 4, "resources": [ { "mode": "managed", "type": "aws_ecr_repository", "name": "component", "instances": [ { "index_key": "telegraf",
              "status": "tainted", "attributes": {} } ] } ] }
            """);

        await stage.DestroyWithDataAsync(TerraformRoot.Registry, States.Read(States.Repositories), Cancel);

        await state.Received().UntaintAsync(TerraformRoot.Registry, "aws_ecr_repository.component[\"telegraf\"]", Cancel);
        applied[0].Targets.ShouldBe(["aws_ecr_repository.component[\"telegraf\"]"]);
    }

    [Fact]
    public async Task A_release_that_would_make_or_replace_anything_stops_before_anything_is_destroyed()
    {
        PlanDoes("release", """{ "address": "aws_kms_key.this", "type": "aws_kms_key", "change": { "actions": ["create"] } }""");

        var refused = await Should.ThrowAsync<FailureException>(() => stage.DestroyWithDataAsync(TerraformRoot.Cluster, States.Read(States.Data), Cancel));

        refused.Message.ShouldContain("create aws_kms_key.this");
        refused.Problems.Single().Remedy!.ShouldContain("run --target=Apply-Infrastructure first");
        applied.ShouldBeEmpty();
        Directory.Exists(folders.Copy(TerraformRoot.Cluster)).ShouldBeFalse();
    }

    private void PlanDoes(string name, params string[] changes) => terraform
        .ShowPlanJsonAsync(Arg.Is<TerraformPlan>(plan => plan.Name == name), Cancel)
        .Returns(Plans.Json(changes));
}
