namespace TickStack.Build.Tests.CircleCi;

public class WorkflowTests
{
    /// <summary>Order that CI adds to the tasks' own: nothing is touched before the tests passed, and a person sees the plan.</summary>
    private static readonly (string Name, string Before)[] additions =
        [("Apply-Registry", "Test"), ("Plan-Infrastructure", "Test"), ("Apply-Infrastructure", "Plan-Infrastructure")];

    private static readonly CircleCiConfig Config = CircleCiConfig.Read();
    private static readonly WorkflowJob[] Targets = [.. Config.Workflow.Where(job => job.Target is not null)];
    private static readonly Graph Jobs = new(Config.Workflow.ToDictionary(job => job.Name, job => job.Requires));

    [Fact]
    public void Jobs_are_named_after_their_targets() => Targets.ShouldAllBe(job => job.Name == job.Target);

    [Fact]
    public void Every_target_that_a_deploy_runs_has_a_job() =>
        HostTargets.Graph.AllBefore("Deploy").Where(HostTargets.WithBody.Contains).Except(Targets.Select(job => job.Name)).ShouldBeEmpty();

    [Fact]
    public void Jobs_are_ordered_as_the_targets_depend_on_each_other()
    {
        var names = Targets.Select(job => job.Name).ToHashSet();
        var expected = HostTargets.Graph.With(additions);

        foreach (var name in names)
        {
            Jobs.AllBefore(name).Where(names.Contains).ShouldBe(expected.AllBefore(name).Where(names.Contains), customMessage: name);
        }
    }

    [Fact]
    public void Everything_is_compiled_once() =>
        Config.Workflow.ShouldAllBe(job => job.Name == "compile" || Jobs.AllBefore(job.Name).Contains("compile"));

    [Fact]
    public void Infrastructure_changes_only_after_an_approval_and_as_approved()
    {
        var apply = Targets.Single(job => job.Name == "Apply-Infrastructure");
        var approval = Config.Workflow.Single(job => job.IsApproval);

        apply.Requires.ShouldBe([approval.Name]);
        apply.Options.ShouldBe("--approved");
        approval.Requires.ShouldBe(["Plan-Infrastructure"]);
    }

    [Fact]
    public void Only_main_is_deployed() =>
        Config.Workflow.Where(job => job.Name is not ("compile" or "Test")).ShouldAllBe(job => job.Branches == "main");

    [Fact]
    public void Only_deploying_jobs_get_the_role() =>
        Targets.ShouldAllBe(job => (job.Context == "tickstack-production") == (job.Definition == "target"));

    [Fact]
    public void A_job_runs_its_target_alone_for_its_environment() =>
        Config.CommandsOf("target")[^1].ShouldStartWith("./build.sh --target=<< parameters.target >> --exclusive --environment=<< parameters.environment >>");

    [Fact]
    public void No_two_jobs_hand_on_the_same_file() =>
        Targets.Where(job => job.Results is not null).Select(job => job.Results).ShouldBeUnique();

    [Fact]
    public void Access_to_aws_comes_from_a_token_and_never_from_a_key()
    {
        var text = string.Join("\n", Config.CommandsOf("target"));

        text.ShouldContain("CIRCLE_OIDC_TOKEN_V2");
        text.ShouldNotContain("AWS_SECRET_ACCESS_KEY");
    }
}
