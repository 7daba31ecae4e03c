using System.Text.Json;
using System.Text.Json.Nodes;
using NSubstitute;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Ecs;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;
using TickStack.Build.Tests.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

public sealed class ApplyInfrastructureTaskTests : IDisposable
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly TemporaryFolder folder = new();
    private readonly List<TargetRun> runs = [];
    private readonly ITerraform terraform = Substitute.For<ITerraform>();
    private readonly IInstanceTypes types = Substitute.For<IInstanceTypes>();
    private readonly IPlanReport printed = Substitute.For<IPlanReport>();
    private readonly RunReport report = new();
    private readonly Cancellation cancellation = new();
    private readonly PlanAhead ahead;
    private readonly TaskCompletionSource<bool> clusterPlan = new();

    public ApplyInfrastructureTaskTests()
    {
        ahead = new PlanAhead(cancellation, new ChildProcesses());
        types.FindAsync("r5.large", Arg.Any<CancellationToken>()).Returns(new InstanceTypeSpec("r5.large", 2, 16384, 3, ["x86_64"], Nitro: true));
        terraform.OutputJsonAsync(TerraformRoot.Registry, Arg.Any<CancellationToken>()).Returns("""{ "repository_urls": { "value": {} } }""");
        terraform.OutputJsonAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>()).Returns("{}", ClusterOutputs());
        terraform.PlanAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>()).Returns(clusterPlan.Task);
    }

    public void Dispose()
    {
        runs.ForEach(run => run.Dispose());
        ahead.Dispose();
        cancellation.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_clusters_plan_is_made_once_beside_the_repositories_and_shown_at_its_apply()
    {
        await RunAsync("Deploy", TerraformRoot.Registry); // ends, though the cluster's plan does not yet

        printed.DidNotReceive().Planned(TerraformRoot.Cluster, Arg.Any<PlanSummary>(), Arg.Any<string>());
        clusterPlan.SetResult(false);
        await RunAsync("Deploy", TerraformRoot.Cluster);

        await terraform.Received(1).PlanAsync(TerraformRoot.Registry.Plan, Arg.Any<CancellationToken>());
        await terraform.Received(1).PlanAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>());
        printed.Received(1).Planned(TerraformRoot.Cluster, PlanSummary.Empty, Arg.Any<string>());
        report.Outcomes.Cast<InfrastructureOutcome>().Select(outcome => outcome.Root).ShouldBe([TerraformRoot.Registry, TerraformRoot.Cluster]);
    }

    [Theory]
    [InlineData("--target=Apply-Registry")]
    [InlineData("--target=Publish")]
    [InlineData("--target=Apply-Registry", "--target=Apply-Infrastructure", "--approved")]
    public async Task Nothing_is_planned_ahead_of_a_run_that_does_not_come_to_it(params string[] line)
    {
        await RunAsync(TerraformRoot.Registry, line);

        ahead.Take().ShouldBeNull();
    }

    [Fact]
    public async Task A_target_alone_plans_where_it_applies()
    {
        clusterPlan.SetResult(false);

        await RunAsync(TerraformRoot.Registry, "--target=Deploy", "--exclusive");
        ahead.Take().ShouldBeNull();
        await RunAsync("Apply-Infrastructure", TerraformRoot.Cluster);

        await terraform.Received(1).PlanAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_plan_that_fails_does_so_where_it_is_applied_and_not_before()
    {
        await RunAsync("Deploy", TerraformRoot.Registry);
        clusterPlan.SetException(new FailureException("terraform plan of terraform/cluster failed"));

        (await Should.ThrowAsync<FailureException>(() => RunAsync("Deploy", TerraformRoot.Cluster))).Message.ShouldContain(
            "terraform plan of terraform/cluster failed");
    }

    [Fact]
    public async Task A_type_that_does_not_carry_the_stack_is_refused_before_the_plan_made_ahead()
    {
        types.FindAsync("r5.large", Arg.Any<CancellationToken>()).Returns((InstanceTypeSpec?)null);

        await RunAsync("Deploy", TerraformRoot.Registry);

        await Should.ThrowAsync<FailureException>(() => RunAsync("Deploy", TerraformRoot.Cluster));
        await terraform.DidNotReceive().PlanAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_changed_the_state_since_the_plan_is_planned_for_again()
    {
        clusterPlan.SetResult(true);
        terraform.ShowPlanTextAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>()).Returns("plan");
        terraform.ShowPlanJsonAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>())
            .Returns(Plans.Json("""{ "address": "aws_ecs_cluster.this", "type": "aws_ecs_cluster", "change": { "actions": ["update"] } }"""));
        terraform.ApplyAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>())
            .Returns(Task.FromException(new FailureException("Error: Saved plan is stale")), Task.CompletedTask);

        await RunAsync("Deploy", TerraformRoot.Cluster);

        await terraform.Received(2).PlanAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>());
        await terraform.Received(2).ApplyAsync(TerraformRoot.Cluster.Plan, Arg.Any<CancellationToken>());
    }

    private static string ClusterOutputs() => new JsonObject(JsonSerializer.SerializeToNode(SampleStack.Cluster, SnakeCase)!.AsObject()
        .Select(output => KeyValuePair.Create<string, JsonNode?>(output.Key, new JsonObject { ["value"] = output.Value?.DeepClone() }))).ToJsonString();

    private Task RunAsync(string target, TerraformRoot root) => RunAsync(root, $"--target={target}");

    private Task RunAsync(TerraformRoot root, params string[] line)
    {
        var run = new TargetRun(new SimulatedTime(), line);
        runs.Add(run);
        run.With(terraform).With(types).With(printed).With(report).With(ahead).With(new ArtifactStore(folder.Path))
            .With(Substitute.For<IStateCommands>()).With(Stages.NoVolumes()).With(Substitute.For<IAccountSettings>());
        return run.RunAsync(root.ApplyTarget);
    }
}
