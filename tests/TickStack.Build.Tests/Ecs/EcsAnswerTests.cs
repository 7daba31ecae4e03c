using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>What a deploy makes of refusals, of throttling and of answers that never came.</summary>
public sealed class EcsAnswerTests : DeployerTest
{
    [Fact]
    public async Task What_ECS_refuses_leaves_no_new_revision_behind()
    {
        Ecs.Before = request =>
        {
            if (request is CreateServiceRequest)
            {
                throw FakeEcs.Refusal<InvalidParameterException>("The security group is unknown.");
            }
        };
        var failure = await FailureAsync(Desired.Service());

        failure.Message.ShouldContain("ECS, CreateService: The security group is unknown.");
        failure.Problems[0].Remedy.ShouldNotBeNullOrEmpty();
        Ecs.Revisions.ShouldHaveSingleItem().Status.ShouldBe(TaskDefinitionStatus.INACTIVE);
    }

    [Theory]
    [InlineData(typeof(AccessDeniedException), ExitCode.Failed, "ecs:DescribeServices")]
    [InlineData(typeof(ClusterNotFoundException), ExitCode.Unavailable, "Apply-Infrastructure")]
    [InlineData(typeof(ClientException), ExitCode.Failed, "correct what it names")]
    public async Task Every_refusal_comes_with_a_remedy(Type exception, ExitCode exitCode, string remedy)
    {
        Ecs.Before = _ => throw (AmazonECSException)typeof(FakeEcs).GetMethod(nameof(FakeEcs.Refusal))!.MakeGenericMethod(exception).Invoke(null, ["no"])!;
        var failure = await FailureAsync(Desired.Service());

        failure.ExitCode.ShouldBe(exitCode);
        failure.Problems.ShouldHaveSingleItem().Remedy!.ShouldContain(remedy);
    }

    [Theory]
    [InlineData(typeof(RegisterTaskDefinitionRequest))]
    [InlineData(typeof(CreateServiceRequest))]
    [InlineData(typeof(UpdateServiceRequest))]
    public async Task A_connection_that_breaks_before_the_answer_leaves_one_revision_and_deployment(Type broken)
    {
        if (broken == typeof(UpdateServiceRequest))
        {
            await DeployedAsync();
        }

        BreakOnce(broken);
        Ecs.At(1, FakeEcs.Complete);
        await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        Ecs.Revisions.Count(revision => revision.ContainerDefinitions![0].Image == "registry/tick@sha256:9").ShouldBe(1);
        Ecs.Requests.Count(request => request.GetType() == broken).ShouldBe(1);
        News.Lines.ShouldContain(line => line.Contains("no answer from ECS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_sent_again()
    {
        var failures = 2;
        Ecs.Before = request =>
        {
            if (request is RegisterTaskDefinitionRequest && failures-- > 0)
            {
                throw new HttpRequestException("reset");
            }
        };
        Ecs.At(1, FakeEcs.Complete);

        (await DeployAsync(Desired.Service())).Registered.ShouldBeTrue();
        Ecs.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_of_every_third_call_changes_nothing_but_the_time()
    {
        var calls = 0;
        Ecs.Before = _ =>
        {
            if (++calls % 3 == 0)
            {
                throw FakeEcs.Throttled;
            }
        };
        Ecs.At(10, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Created);
        Ecs.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_without_end_is_a_failure_that_says_so()
    {
        Ecs.Before = _ => throw FakeEcs.Throttled;
        (await FailureAsync(Desired.Service())).ExitCode.ShouldBe(ExitCode.Unavailable);
        Time.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45));
    }

    private void BreakOnce(Type broken)
    {
        var armed = true;
        Ecs.After = request =>
        {
            if (armed && request.GetType() == broken)
            {
                armed = false;
                throw new HttpRequestException("The response ended prematurely.");
            }
        };
    }
}
