using System.Text.RegularExpressions;
using TickStack.Build.Options;
using TickStack.Build.Tasks;
using TickStack.Failures;

namespace TickStack.Build.Tests;

public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md"));

    [Fact]
    public void Every_exit_code_is_explained() =>
        ExitCodeRow().Matches(Readme)
            .SelectMany(row => row.Groups["codes"].Value.Split(", "))
            .Select(int.Parse)
            .ShouldBe(Enum.GetValues<ExitCode>().Select(code => (int)code), ignoreOrder: true);

    [Fact]
    public void Every_option_of_ours_and_its_variable_are_explained()
    {
        foreach (var option in TaskGraph.Grammar.Options.Where(option => option.Owner != OptionOwner.Cake))
        {
            Readme.ShouldContain(option.Flag);
            Readme.ShouldContain(option.Variable ?? option.Flag);
        }
    }

    [Fact]
    public void Every_setting_is_explained()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "build/environments/production.json"));

        var keys = SettingKey().Matches(text).Select(match => match.Groups["key"].Value);
        foreach (var key in keys.Except(["images", "infrastructure", "rollout", "environment"]))
        {
            Regex.IsMatch(Readme, $@"^\|.*[`.]{key}`.*\|", RegexOptions.Multiline).ShouldBeTrue(key);
        }
    }

    [GeneratedRegex(@"^\| (?<codes>[0-9]+(, [0-9]+)*) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex(@"""(?<key>\w+)"":")]
    private static partial Regex SettingKey();
}
