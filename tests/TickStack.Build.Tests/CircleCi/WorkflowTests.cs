namespace TickStack.Build.Tests.CircleCi;

public class WorkflowTests
{
    /// <summary>Order that CI adds to the tasks' own: nothing is touched before the tests passed, and a person sees the plan.</summary>
    private static readonly (string Name, string Before)[] _additions =
        [("Apply-Registry", "Test"), ("Plan-Infrastructure", "Test"), ("Apply-Infrastructure", "Plan-Infrastructure")];

    private static readonly CircleCiConfig _config = CircleCiConfig.Read();
    private static readonly WorkflowJob[] _targets = [.. _config.Workflow.Where(job => job.Target is not null)];
    private static readonly Graph _jobs = new(_config.Workflow.ToDictionary(job => job.Name, job => job.Requires));

    [Fact]
    public void Jobs_are_named_after_their_targets() => _targets.ShouldAllBe(job => job.Name == job.Target);

    [Fact]
    public void Every_target_that_a_deploy_runs_has_a_job() =>
        HostTargets.Graph.AllBefore("Deploy").Where(HostTargets.WithBody.Contains).Except(_targets.Select(job => job.Name)).ShouldBeEmpty();

    [Fact]
    public void Jobs_are_ordered_as_the_targets_depend_on_each_other()
    {
        var names = _targets.Select(job => job.Name).ToHashSet();
        var expected = HostTargets.Graph.With(_additions);

        foreach (var name in names)
        {
            _jobs.AllBefore(name).Where(names.Contains).ShouldBe(expected.AllBefore(name).Where(names.Contains), customMessage: name);
        }
    }

    [Fact]
    public void Everything_is_compiled_once() =>
        _config.Workflow.ShouldAllBe(job => job.Name == "compile" || _jobs.AllBefore(job.Name).Contains("compile"));

    [Fact]
    public void Infrastructure_changes_only_after_an_approval_and_as_approved()
    {
        var apply = _targets.Single(job => job.Name == "Apply-Infrastructure");
        var approval = _config.Workflow.Single(job => job.IsApproval);

        apply.Requires.ShouldBe([approval.Name]);
        apply.Options.ShouldBe("--approved");
        approval.Requires.ShouldBe(["Plan-Infrastructure"]);
    }

    [Fact]
    public void Only_main_is_deployed() =>
        _config.Workflow.Where(job => job.Name is not ("compile" or "Test")).ShouldAllBe(job => job.Branches == "main");

    [Fact]
    public void Only_deploying_jobs_get_the_role() =>
        _targets.ShouldAllBe(job => (job.Context == "tickstack-production") == (job.Definition == "target"));

    [Fact]
    public void A_job_runs_its_target_alone_for_its_environment() =>
        _config.CommandsOf("target")[^1].ShouldStartWith("./build.sh --target=<< parameters.target >> --exclusive --environment=<< parameters.environment >>");

    [Fact]
    public void No_two_jobs_hand_on_the_same_file() =>
        _targets.Where(job => job.Results is not null).Select(job => job.Results).ShouldBeUnique();

    [Fact]
    public void Access_to_aws_comes_from_a_token_and_never_from_a_key()
    {
        var text = string.Join("\n", _config.CommandsOf("target"));

        text.ShouldContain("CIRCLE_OIDC_TOKEN_V2");
        text.ShouldNotContain("AWS_SECRET_ACCESS_KEY");
    }
}
