using TickStack.Build.Settings;
using TickStack.Build.Tasks;
using TickStack.Failures;

namespace TickStack.Build.Tests.Settings;

public class CommittedEnvironmentsTests
{
    private static readonly SettingsReader Reader = new(new EnvironmentFiles(RepositoryFolder.Path));

    [Fact]
    public void The_sandbox_needs_nothing_filled_in()
    {
        var settings = Reader.Read(TaskGraph.Grammar.Parse([]), new Dictionary<string, string>());

        settings.Cloud.ShouldBe(CloudKind.Sandbox);
        settings.Name.ShouldBe("tick-sandbox");
    }

    [Fact]
    public void Production_says_that_its_account_is_still_a_placeholder()
    {
        var failure = Should.Throw<FailureException>(
            () => Reader.Read(TaskGraph.Grammar.Parse(["--environment=production"]), new Dictionary<string, string>()));

        failure.Problems.ShouldAllBe(problem => problem.Message.Contains("placeholder account"));
        failure.Problems[0].Location!.File.ShouldBe("build/environments/production.json");
    }

    [Fact]
    public void Production_lacks_nothing_but_the_account()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "build/environments/production.json"));
        using var folder = new EnvironmentFolder(text.Replace(StackSettings.PlaceholderAccount, "210987654321", StringComparison.Ordinal));

        folder.Read("--environment=staging").Cloud.ShouldBe(CloudKind.Aws);
    }
}
