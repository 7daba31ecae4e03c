using TickStack.EcsCli.Compose;
using TickStack.EcsCli.Format;

namespace TickStack.Build.Tests.EcsCli.Compose;

public class EnvironmentTests
{
    [Fact]
    public void Environment_counts_over_the_files_and_a_later_file_over_an_earlier_one()
    {
        var context = Context(("a.list", "A=1\nB=1\nC=1\n"), ("b.list", "# note\n\n  B=2=x #y\nC=2\n"));

        var service = Reading.Service("env_file: [a.list, b.list]\n    environment: {C: 3, D: \"\"}", "3", context);

        service.Environment.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(["A=1", "B=2=x #y", "C=3", "D="]);
    }

    [Fact]
    public void A_key_without_a_value_takes_that_of_the_variable_and_a_blank_one_stays_blank()
    {
        var context = new ReadingContext { Variables = new Dictionary<string, string> { ["FROM_SHELL"] = "x", ["BLANK"] = "y" } };

        var service = Reading.Service("environment: [FROM_SHELL, BLANK=]", "3", context);

        service.Environment.ShouldBe(new Dictionary<string, string> { ["FROM_SHELL"] = "x", ["BLANK"] = "" });
    }

    [Fact]
    public void Words_that_yaml_once_took_for_flags_are_names_and_values() =>
        Reading.Service("environment: {y: on, n: no}").Environment.ShouldBe(new Dictionary<string, string> { ["y"] = "on", ["n"] = "no" });

    [Fact]
    public void A_line_that_is_no_variable_is_reported_in_its_file()
    {
        var context = Context(("a.list", "A=1\nexport B=2\n"));

        Reading.Problems(() => Reading.Service("env_file: a.list", "3", context)).ShouldBe([$"a.list:2:1: {VariableFile.InGeneral}"]);
    }

    [Fact]
    public void Files_are_looked_for_beside_the_file_that_names_them()
    {
        var context = Context(("sub/base.yml", "base: {image: a, env_file: a.list}\n"), (Path.Combine("sub", "a.list"), "A=1\nexport B\n"));

        Reading.Problems(() => Reading.Service("extends: {file: sub/base.yml, service: base}", "2", context))
            .ShouldBe([$"{Path.Combine("sub", "a.list")}:2:1: {VariableFile.InGeneral}"]);
    }

    [Fact]
    public void A_label_without_a_value_is_blank() =>
        Reading.Service("labels: [a=b=c, flag]").Labels.ShouldBe(new Dictionary<string, string> { ["a"] = "b=c", ["flag"] = "" });

    private static ReadingContext Context(params (string File, string Text)[] files) =>
        new() { ReadFile = file => files.FirstOrDefault(pair => pair.File == file).Text };
}
