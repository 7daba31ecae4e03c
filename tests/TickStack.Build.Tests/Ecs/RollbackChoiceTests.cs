using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;

namespace TickStack.Build.Tests.Ecs;

public class RollbackChoiceTests
{
    [Theory]
    [InlineData(5, new[] { 3, 4, 5 }, 4)]
    [InlineData(5, new[] { 3 }, 3)]
    [InlineData(4, new[] { 3, 4, 5, 4 }, 3)]
    [InlineData(12, new[] { 9, 10 }, 10)]
    public void The_newest_older_revision_that_completed_is_chosen(int current, int[] completed, int expected) =>
        RollbackChoice.Last(Live(current), completed.Select(Completed))!.Name.ShouldBe($"stack-tick:{expected}");

    [Theory]
    [InlineData(5, new[] { 5, 6 })]
    [InlineData(1, new int[0])]
    public void Without_an_older_one_there_is_nothing_to_go_back_to(int current, int[] completed)
    {
        var failure = Should.Throw<FailureException>(() => RollbackChoice.RequireLast(Live(current), completed.Select(Completed)));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems[0].Remedy!.ShouldContain("--to=REVISION");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("stack-tick:7")]
    public void A_revision_is_named_by_number_or_in_full(string typed) => RollbackChoice.Named(Live(9), typed).ShouldBe("stack-tick:7");

    [Fact]
    public void A_revision_of_another_family_is_refused() =>
        Should.Throw<FailureException>(() => RollbackChoice.Named(Live(9), "stack-influxdb:7")).ExitCode.ShouldBe(ExitCode.InvalidInput);

    private static Service Live(int revision) => new() { ServiceName = "stack-tick", TaskDefinition = Arn(revision) };

    private static CompletedDeployment Completed(int revision) => new(Arn(revision), null);

    private static string Arn(int revision) => $"arn:aws:ecs:eu-west-1:123456789012:task-definition/stack-tick:{revision}";
}
