using CsCheck;
using TickStack.Build.Options;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;
using TickStack.Failures;

namespace TickStack.Build.Tests.Options;

public class CommandLineTests
{
    private static readonly CommandLineGrammar Grammar = TaskGraph.Grammar with
    {
        Runs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Default"] = ["Default"],
            ["Deploy"] = ["Deploy", "Apply-Infrastructure"],
            ["Deploy-Tick"] = ["Deploy-Tick"],
            ["Publish-Telegraf"] = ["Publish-Telegraf"],
            ["Apply-Infrastructure"] = ["Apply-Infrastructure"],
        },
    };

    [Theory]
    [InlineData("Deploy", "--target=Deploy")]
    [InlineData("deploy --environment production Publish-Telegraf", "--target=deploy --environment production --target=Publish-Telegraf")]
    [InlineData("--environment Deploy", "--environment Deploy")]
    [InlineData("production", "production")]
    public void A_word_that_names_a_target_is_short_for_the_option(string given, string meant) =>
        Grammar.WithTargets(given.Split(' ')).ShouldBe(meant.Split(' '));

    [Theory]
    [InlineData]
    [InlineData("--target=Deploy", "--environment=production", "--rollout-timeout=90s")]
    [InlineData("--target", "Deploy", "--exclusive")]
    [InlineData("-t", "deploy", "-e", "-v", "Diagnostic", "-w", "/some where")]
    [InlineData("--target=Deploy", "--target=Publish-Telegraf", "--dryrun")]
    [InlineData("--tree", "--description", "--version", "--info", "--help", "-h")]
    [InlineData("--packages=compat", "--install-sdk")]
    public void What_is_known_is_accepted(params string[] arguments) => Grammar.Problems(arguments).ShouldBeEmpty();

    [Theory]
    [InlineData("--enviroment=production", "unknown option '--enviroment'", "did you mean '--environment'?")]
    [InlineData("-environment=production", "unknown option '-environment'", "did you mean '--environment'?")]
    [InlineData("--Target=Deploy", "unknown option '--Target'", "did you mean '--target'?")]
    [InlineData("--target=Deplyo", "unknown target 'Deplyo'", "did you mean 'Deploy'?")]
    [InlineData("--environment", "--environment has no value", "--environment=NAME")]
    [InlineData("--environment=", "--environment has no value", "--environment=NAME")]
    [InlineData("--rollout-timeout=10", "'10' is no value for --rollout-timeout", "such as 10m")]
    [InlineData("--verbosity=loud", "'loud' is no value for --verbosity", "diagnostic")]
    [InlineData("--dryrun=false", "--dryrun takes no value", "leave it out")]
    [InlineData("Deplyo", "'Deplyo' is neither an option nor a target", "did you mean 'Deploy'?")]
    [InlineData("production", "'production' is neither an option nor a target", "begin with --")]
    [InlineData("-", "'-' is neither an option nor a target", "begin with --")]
    [InlineData("--", "unknown option '--'", "known: ")]
    public void What_is_wrong_is_named_with_its_remedy(string argument, string message, string remedy)
    {
        var problem = Grammar.Problems([argument]).ShouldHaveSingleItem();

        problem.Message.ShouldContain(message);
        problem.Remedy.ShouldNotBeNull().ShouldContain(remedy);
    }

    [Fact]
    public void An_option_is_not_the_value_of_another() =>
        Grammar.Problems(["--environment", "--exclusive"]).ShouldHaveSingleItem().Message.ShouldBe("--environment has no value");

    [Fact]
    public void Two_environments_are_refused() =>
        Grammar.Problems(["--environment=sandbox", "--environment", "production"]).ShouldHaveSingleItem().Message.ShouldBe("--environment is given 2 times");

    [Theory]
    [InlineData("--target=Apply-Infrastructure", "--approved")]
    [InlineData("--target=deploy", "--approved")]
    [InlineData("--target=Deploy-Tick", "--target=Deploy", "--approved")]
    [InlineData("--target=Deploy-Tick", "--approved", "--tree")]
    public void An_option_of_a_target_may_stand_where_that_target_runs(params string[] arguments) => Grammar.Problems(arguments).ShouldBeEmpty();

    [Theory]
    [InlineData("--approved")]
    [InlineData("--target=Deploy-Tick", "--approved")]
    [InlineData("--target=Deploy", "--exclusive", "--approved")]
    public void An_option_of_a_target_that_does_not_run_is_refused(params string[] arguments)
    {
        var problem = Grammar.Problems(arguments).ShouldHaveSingleItem();

        problem.Message.ShouldBe("--approved belongs to Apply-Infrastructure, which does not run here");
        problem.Remedy.ShouldBe("write --target=Apply-Infrastructure, or leave --approved out");
    }

    [Fact]
    public void All_problems_are_reported_together() =>
        Grammar.Problems(["--enviroment=x", "--target=Nothing", "--rollout-timeout=soon", "word"]).Count.ShouldBe(4);

    [Fact]
    public void A_wrong_command_line_is_invalid_input()
    {
        var failure = Should.Throw<FailureException>(() => Grammar.Check(["--enviroment=x", "word"]));

        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
        failure.Problems.Count.ShouldBe(2);
    }

    [Fact]
    public void Every_typo_of_one_edit_is_answered_with_an_option_that_near() =>
        Typo.Sample(typo =>
        {
            var problem = Grammar.Problems([typo]).ShouldHaveSingleItem();
            var named = problem.Remedy!.Split('\'')[1];
            TaskGraph.Grammar.Find(named).ShouldNotBeNull();
            Math.Abs(named.Length - typo.Length).ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void Both_forms_of_a_value_mean_the_same() =>
        Any("production", "a b", "$HOME", "x=y").Sample(value =>
            TaskGraph.Grammar.Parse(["--environment", value]).Value(SettingsOptions.Environment) == value &&
            TaskGraph.Grammar.Parse([$"--environment={value}"]).Value(SettingsOptions.Environment) == value);

    private static Gen<string> Typo =>
        Gen.Select(Any([.. TaskGraph.Grammar.Options]), Gen.Int[0, 30], Gen.Char['a', 'z'], Gen.Int[0, 3])
            .Select((option, at, letter, edit) => Edit(option.Flag, 2 + (at % option.Name.Length), letter, edit))
            .Where(typo => TaskGraph.Grammar.Find(typo) is null && typo.Length > 2);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Edit(string word, int at, char letter, int edit) => edit switch
    {
        0 => word.Remove(at, 1),
        1 => word.Insert(at, $"{letter}"),
        2 => word.Remove(at, 1).Insert(at, $"{letter}"),
        _ => at + 1 < word.Length ? word.Remove(at, 1).Insert(at + 1, $"{word[at]}") : word.Remove(at, 1),
    };
}
