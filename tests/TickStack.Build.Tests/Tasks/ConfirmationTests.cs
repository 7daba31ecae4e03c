using NSubstitute;
using TickStack.Build.Reporting;
using TickStack.Build.Tasks;
using TickStack.Build.Tests.Manifests;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

/// <summary>The environment is "staging".</summary>
public sealed class ConfirmationTests
{
    private readonly IPrompt prompt = Substitute.For<IPrompt>();
    private readonly IStepReport steps = Substitute.For<IStepReport>();

    [Theory]
    [InlineData("staging")]
    [InlineData(" staging ")]
    public async Task Whoever_types_the_environments_name_has_read_what_will_be_done(string answer)
    {
        Types(answer);

        await RequireAsync(Confirm(null));

        Received.InOrder(() =>
        {
            steps.Note("the volume goes");
            prompt.AskAsync("Type the environment's name, staging, to go on: ", Arg.Any<CancellationToken>());
        });
    }

    [Theory]
    [InlineData("production")]
    [InlineData("Staging")]
    [InlineData("yes")]
    [InlineData("")]
    public async Task Any_other_answer_is_none(string answer)
    {
        Types(answer);

        var refused = await Should.ThrowAsync<FailureException>(() => RequireAsync(Confirm(null)));

        refused.ExitCode.ShouldBe(ExitCode.InvalidInput);
        refused.Problems.Single().Message.ShouldBe($"'{answer}' is not 'staging': not confirmed. Nothing was changed.");
    }

    [Fact]
    public async Task Without_a_terminal_the_remedy_is_the_option()
    {
        Types(null);

        var refused = await Should.ThrowAsync<FailureException>(() => RequireAsync(Confirm(null)));

        refused.ExitCode.ShouldBe(ExitCode.InvalidInput);
        refused.Problems.Single().Remedy.ShouldBe("Run it again with --confirm=staging.");
        steps.Received().Note("the volume goes");
    }

    [Fact]
    public async Task The_option_is_an_answer_and_nobody_is_asked()
    {
        await RequireAsync(Confirm("staging"));

        steps.Received().Note("the volume goes");
        await prompt.DidNotReceiveWithAnyArgs().AskAsync(default!, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("production")]
    [InlineData("STAGING")]
    public void The_name_of_another_environment_is_refused_before_anything(string name)
    {
        var refused = Should.Throw<FailureException>(Confirm(name).Check);

        refused.ExitCode.ShouldBe(ExitCode.InvalidInput);
        refused.Problems.Single().Message.ShouldBe($"--confirm={name} is not the environment that this run works on: that is 'staging'. Nothing was changed.");
        steps.ReceivedCalls().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("staging")]
    public void Nothing_speaks_against_the_right_name_or_none(string? name) => Should.NotThrow(Confirm(name).Check);

    private void Types(string? answer) => prompt.AskAsync(default!, default).ReturnsForAnyArgs(answer);

    private Confirmation Confirm(string? name) => new(prompt, TaskGraph.Grammar.Parse(name is null ? [] : [$"--confirm={name}"]), SampleStack.Settings, steps);

    private static Task RequireAsync(Confirmation confirmation) => confirmation.RequireAsync(["the volume goes"], TestContext.Current.CancellationToken);
}
