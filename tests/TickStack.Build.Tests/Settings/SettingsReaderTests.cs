using TickStack.Failures;

namespace TickStack.Build.Tests.Settings;

public class SettingsReaderTests
{
    [Fact]
    public void Without_an_option_the_environment_is_the_sandbox()
    {
        using var folder = new EnvironmentFolder(name: "sandbox");

        folder.Read().Environment.ShouldBe("sandbox");
    }

    [Fact]
    public void An_option_wins_over_a_variable_and_a_variable_over_the_file()
    {
        using var folder = new EnvironmentFolder();
        folder.Write("other", EnvironmentFolder.Valid);
        var variables = new Dictionary<string, string> { ["TICKSTACK_ENVIRONMENT"] = "staging", ["TICKSTACK_ROLLOUT_TIMEOUT"] = "90s" };

        folder.Read("--environment=staging").Rollout.Timeout.ShouldBe(TimeSpan.FromMinutes(10));
        folder.Read(variables).Rollout.Timeout.ShouldBe(TimeSpan.FromSeconds(90));
        folder.Read(variables, "--rollout-timeout=5s").Rollout.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
        folder.Read(variables, "--environment=other").Environment.ShouldBe("other");
    }

    [Fact]
    public void An_empty_variable_says_nothing()
    {
        using var folder = new EnvironmentFolder(name: "sandbox");

        folder.Read(new Dictionary<string, string> { ["TICKSTACK_ENVIRONMENT"] = "" }).Environment.ShouldBe("sandbox");
    }

    [Fact]
    public void An_unknown_environment_is_answered_with_the_nearest_and_all_there_are()
    {
        using var folder = new EnvironmentFolder();
        folder.Write("production", EnvironmentFolder.Valid);

        var problem = Should.Throw<FailureException>(() => folder.Read("--environment=prodution")).Problems.ShouldHaveSingleItem();

        problem.Message.ShouldBe("there is no environment 'prodution'");
        problem.Remedy.ShouldBe("did you mean 'production'? there are: production, staging; a new one is a file build/environments/prodution.json");
    }

    [Theory]
    [InlineData("../environments/staging")]
    [InlineData("STAGING")]
    [InlineData("staging.json")]
    public void An_environment_is_named_exactly_as_its_file(string name)
    {
        using var folder = new EnvironmentFolder();

        Should.Throw<FailureException>(() => folder.Read($"--environment={name}")).ExitCode.ShouldBe(ExitCode.InvalidInput);
    }

    [Fact]
    public void A_malformed_variable_and_the_errors_of_the_file_come_together()
    {
        using var folder = new EnvironmentFolder(EnvironmentFolder.Valid.Replace("tick-state", "Tick_State", StringComparison.Ordinal));
        var variables = new Dictionary<string, string> { ["TICKSTACK_ROLLOUT_TIMEOUT"] = "soon" };

        var problems = Should.Throw<FailureException>(() => folder.Read(variables, "--environment=staging")).Problems;

        problems.Select(problem => problem.Message).ShouldBe(
            ["stateBucket: must be the name of an S3 bucket: 3 to 63 lower-case letters, digits, dots and hyphens, but is 'Tick_State'",
                "the environment variable TICKSTACK_ROLLOUT_TIMEOUT is 'soon'"]);
    }

    [Fact]
    public void A_mistyped_variable_is_not_passed_over()
    {
        using var folder = new EnvironmentFolder(name: "sandbox");
        var variables = new Dictionary<string, string> { ["TICKSTACK_ENVIROMENT"] = "production", ["TICKSTACK_REGISTRY"] = "127.0.0.1:5000" };

        var problem = Should.Throw<FailureException>(() => folder.Read(variables)).Problems.ShouldHaveSingleItem();

        problem.Message.ShouldContain("TICKSTACK_ENVIROMENT");
        problem.Remedy.ShouldBe("did you mean TICKSTACK_ENVIRONMENT?");
    }
}
