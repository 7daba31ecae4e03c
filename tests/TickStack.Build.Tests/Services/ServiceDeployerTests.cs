using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Errors;
using TickStack.Build.Services;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Services;

public sealed class ServiceDeployerTests : IDisposable
{
    private readonly SimulatedTime _time = new();
    private readonly NewsList _news = new();
    private readonly FakeEcs _ecs;

    public ServiceDeployerTests() => _ecs = new FakeEcs(_time.Clock);

    public void Dispose() => _ecs.Dispose();

    [Fact]
    public async Task A_missing_service_is_created_and_watched()
    {
        _ecs.At(2, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Created);
        outcome.TaskDefinition.ShouldBe("stack-tick:1");
        outcome.Registered.ShouldBeTrue();
        outcome.DeploymentId.ShouldBe(FakeEcs.Primary(_ecs.Live!).Id);
        outcome.RolloutTime.ShouldBeInRange(TimeSpan.FromSeconds(1.8), TimeSpan.FromSeconds(3.2));
        _ecs.Operations.Take(4).ShouldBe(["DescribeServices", "DescribeTaskDefinition", "RegisterTaskDefinition", "CreateService"]);
    }

    [Fact]
    public async Task Nothing_changed_means_two_look_ups_and_nothing_else()
    {
        await DeployedAsync();
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Unchanged);
        outcome.Registered.ShouldBeFalse();
        outcome.RolloutTime.ShouldBe(TimeSpan.Zero);
        outcome.Calls.ShouldBe(new Dictionary<string, int> { ["DescribeServices"] = 1, ["DescribeTaskDefinition"] = 1 });
    }

    [Fact]
    public async Task Twenty_unchanged_deploys_register_and_update_nothing()
    {
        await DeployedAsync();
        for (var run = 0; run < 20; run++)
        {
            (await DeployAsync(Desired.Service())).Action.ShouldBe(DeployAction.Unchanged);
        }

        _ecs.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_image_is_another_revision_and_one_update()
    {
        await DeployedAsync();
        _ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        outcome.Action.ShouldBe(DeployAction.Updated);
        outcome.TaskDefinition.ShouldBe("stack-tick:2");
        outcome.Differences.ShouldHaveSingleItem().ToString().ShouldBe("taskDefinition: stack-tick:1 → stack-tick:2");
        _ecs.Operations.Take(5).ShouldBe(["DescribeServices", "DescribeTaskDefinition", "DescribeTaskDefinition", "RegisterTaskDefinition", "UpdateService"]);
    }

    [Fact]
    public async Task An_update_names_only_what_differs()
    {
        await DeployedAsync();
        _ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service() with { NetworkConfiguration = Desired.Network("sg-2"), PlacementConstraints = [] });

        outcome.Differences.Select(difference => difference.Setting).ShouldBe(["networkConfiguration", "placementConstraints"]);
        var update = _ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem();
        update.TaskDefinition.ShouldBeNull();
        update.DesiredCount.ShouldBeNull();
        update.ServiceRegistries.ShouldBeNull();
        update.PlacementConstraints.ShouldBe([]);
        update.NetworkConfiguration!.AwsvpcConfiguration!.SecurityGroups.ShouldBe(["sg-2"]);
    }

    [Fact]
    public async Task The_order_of_subnets_is_no_difference()
    {
        await DeployedAsync();
        var network = Desired.Network("sg-1");
        network.AwsvpcConfiguration!.Subnets!.Reverse();
        (await DeployAsync(Desired.Service() with { NetworkConfiguration = network })).Action.ShouldBe(DeployAction.Unchanged);
    }

    [Fact]
    public async Task A_revision_that_an_ended_run_registered_is_used()
    {
        await DeployedAsync();
        await _ecs.RegisterTaskDefinitionAsync(Desired.TaskDefinition("registry/tick@sha256:9"), TestContext.Current.CancellationToken);
        _ecs.Requests.Clear();
        _ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        outcome.TaskDefinition.ShouldBe("stack-tick:2");
        outcome.Registered.ShouldBeFalse();
        _ecs.Operations.ShouldNotContain("RegisterTaskDefinition");
    }

    [Fact]
    public async Task A_rollout_that_is_under_way_is_watched_and_not_started_again()
    {
        await DeployedAsync();
        await _ecs.RegisterTaskDefinitionAsync(Desired.TaskDefinition("registry/tick@sha256:9"), TestContext.Current.CancellationToken);
        _ecs.At(3, FakeEcs.Complete);
        await _ecs.UpdateServiceAsync(new() { TaskDefinition = _ecs.Revisions[1].TaskDefinitionArn }, TestContext.Current.CancellationToken);
        var deployment = FakeEcs.Primary(_ecs.Live!).Id;
        _ecs.Requests.Clear();
        var outcome = await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        outcome.Action.ShouldBe(DeployAction.Resumed);
        outcome.DeploymentId.ShouldBe(deployment);
        _ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task What_failed_and_is_still_wanted_is_tried_again()
    {
        await DeployedAsync();
        FakeEcs.Primary(_ecs.Live!).RolloutState = DeploymentRolloutState.FAILED;
        _ecs.At(1, FakeEcs.Complete);

        (await DeployAsync(Desired.Service())).Action.ShouldBe(DeployAction.Updated);
        _ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem().ForceNewDeployment.ShouldBe(true);
    }

    [Fact]
    public async Task A_service_that_is_being_deleted_is_left_alone()
    {
        await DeployedAsync();
        _ecs.Live!.Status = "DRAINING";

        (await FailureAsync(Desired.Service())).Problems[0].Remedy!.ShouldContain("INACTIVE");
        _ecs.Operations.ShouldBe(["DescribeServices"]);
    }

    [Fact]
    public async Task A_deleted_service_is_created_anew_under_another_token()
    {
        _ecs.At(0, FakeEcs.Complete);
        await DeployAsync(Desired.Service());
        var first = Token;
        _ecs.Live!.Status = "INACTIVE";
        _ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Created);
        outcome.Registered.ShouldBeFalse();
        Token.ShouldNotBe(first);
        Token!.Length.ShouldBeLessThanOrEqualTo(36);
    }

    [Fact]
    public void Repeating_a_creation_repeats_its_token()
    {
        ServiceRequests.Create(Desired.Service(), "arn:1").ClientToken.ShouldBe(ServiceRequests.Create(Desired.Service(), "arn:1").ClientToken);
        ServiceRequests.Create(Desired.Service(), "arn:1").ClientToken.ShouldNotBe(ServiceRequests.Create(Desired.Service(), "arn:2").ClientToken);
    }

    [Fact]
    public async Task A_launch_type_that_ECS_cannot_change_is_refused_before_anything_is_sent()
    {
        await DeployedAsync();
        var failure = await FailureAsync(Desired.Service() with { Rollout = new() { LaunchType = LaunchType.FARGATE } });

        failure.Message.ShouldContain("cannot change launchType");
        failure.Message.ShouldContain("it is EC2 and shall be FARGATE");
        _ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task What_ECS_refuses_leaves_no_new_revision_behind()
    {
        _ecs.Before = request =>
        {
            if (request is CreateServiceRequest)
            {
                throw FakeEcs.Refusal<InvalidParameterException>("The security group is unknown.");
            }
        };
        var failure = await FailureAsync(Desired.Service());

        failure.Message.ShouldContain("ECS, CreateService: The security group is unknown.");
        failure.Problems[0].Remedy.ShouldNotBeNullOrEmpty();
        _ecs.Revisions.ShouldHaveSingleItem().Status.ShouldBe(TaskDefinitionStatus.INACTIVE);
    }

    [Theory]
    [InlineData(typeof(AccessDeniedException), ExitCode.Failed, "ecs:DescribeServices")]
    [InlineData(typeof(ClusterNotFoundException), ExitCode.Unavailable, "Apply-Infrastructure")]
    [InlineData(typeof(ClientException), ExitCode.Failed, "correct what it names")]
    public async Task Every_refusal_comes_with_a_remedy(Type exception, ExitCode exitCode, string remedy)
    {
        _ecs.Before = _ => throw (AmazonECSException)typeof(FakeEcs).GetMethod(nameof(FakeEcs.Refusal))!.MakeGenericMethod(exception).Invoke(null, ["no"])!;
        var failure = await FailureAsync(Desired.Service());

        failure.ExitCode.ShouldBe(exitCode);
        failure.Problems.ShouldHaveSingleItem().Remedy!.ShouldContain(remedy);
    }

    [Theory]
    [InlineData(typeof(RegisterTaskDefinitionRequest))]
    [InlineData(typeof(CreateServiceRequest))]
    [InlineData(typeof(UpdateServiceRequest))]
    public async Task A_connection_that_breaks_before_the_answer_leaves_one_revision_and_one_deployment(Type broken)
    {
        if (broken == typeof(UpdateServiceRequest))
        {
            await DeployedAsync();
        }

        BreakOnce(broken);
        _ecs.At(1, FakeEcs.Complete);
        await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        _ecs.Revisions.Count(revision => revision.ContainerDefinitions![0].Image == "registry/tick@sha256:9").ShouldBe(1);
        _ecs.Requests.Count(request => request.GetType() == broken).ShouldBe(1);
        _news.Lines.ShouldContain(line => line.Contains("no answer from ECS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_sent_again()
    {
        var failures = 2;
        _ecs.Before = request =>
        {
            if (request is RegisterTaskDefinitionRequest && failures-- > 0)
            {
                throw new HttpRequestException("reset");
            }
        };
        _ecs.At(1, FakeEcs.Complete);

        (await DeployAsync(Desired.Service())).Registered.ShouldBeTrue();
        _ecs.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_of_every_third_call_changes_nothing_but_the_time()
    {
        var calls = 0;
        _ecs.Before = _ =>
        {
            if (++calls % 3 == 0)
            {
                throw FakeEcs.Throttled;
            }
        };
        _ecs.At(10, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Created);
        _ecs.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_without_end_is_a_failure_that_says_so()
    {
        _ecs.Before = _ => throw FakeEcs.Throttled;
        (await FailureAsync(Desired.Service())).ExitCode.ShouldBe(ExitCode.Unavailable);
        _time.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45));
    }

    private string? Token => _ecs.Requests.OfType<CreateServiceRequest>().LastOrDefault()?.ClientToken;

    private void BreakOnce(Type broken)
    {
        var armed = true;
        _ecs.After = request =>
        {
            if (armed && request.GetType() == broken)
            {
                armed = false;
                throw new HttpRequestException("The response ended prematurely.");
            }
        };
    }

    private async Task DeployedAsync()
    {
        _ecs.At(0, FakeEcs.Complete);
        await DeployAsync(Desired.Service());
        _ecs.Requests.Clear();
    }

    private async Task<FailureException> FailureAsync(DesiredService desired) => await Should.ThrowAsync<FailureException>(() => DeployAsync(desired));

    private Task<DeployOutcome> DeployAsync(DesiredService desired) =>
        _time.RunAsync(() => Deployers.Of(_ecs, _news, _time).DeployAsync(desired, TestContext.Current.CancellationToken));
}
