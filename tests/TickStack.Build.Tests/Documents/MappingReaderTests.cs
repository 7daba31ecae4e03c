using TickStack.Documents;
using TickStack.Failures;

namespace TickStack.Build.Tests.Documents;

public class MappingReaderTests
{
    private readonly ProblemLog problems = new();

    [Fact]
    public void All_problems_of_a_file_come_out_together_in_its_order()
    {
        var reader = Read("nmae: web\nport: eighty\nnested:\n  wait: 5 minutes\n");

        reader.Required("name")?.Text();
        reader.Optional("port")?.Number(1, 65535);
        reader.Optional("nested")?.Mapping().Optional("wait")?.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        reader.Done();

        Should.Throw<FailureException>(problems.ThrowIfAny).Problems.ShouldBe(
        [
            new Problem("name is missing", null, new SourceLocation("a.yml", 1, 1)),
            new Problem("nmae is not a known key", "did you mean 'name'?", new SourceLocation("a.yml", 1, 1)),
            new Problem("port: must be a whole number from 1 to 65535, but is 'eighty'", null, new SourceLocation("a.yml", 2, 7)),
            new Problem("nested.wait: must be a duration from 1s to 1h, such as '10m' or '1m30s', but is '5 minutes'", null, new SourceLocation("a.yml", 4, 9)),
        ]);
    }

    [Fact]
    public void A_file_without_problems_gives_its_values()
    {
        var reader = Read("name: web\nport: 80\non: true\nwait: 1m30s\nlevel: low\nlist: [a, b]\nmap: {k: v}\n");

        reader.Required("name")?.Text().ShouldBe("web");
        reader.Required("port")?.Number().ShouldBe(80);
        reader.Required("on")?.Flag().ShouldBe(true);
        reader.Required("wait")?.Duration().ShouldBe(TimeSpan.FromSeconds(90));
        reader.Required("level")?.Choice("low", "high").ShouldBe("low");
        reader.Required("list")?.Texts().ShouldBe(["a", "b"]);
        reader.Required("map")?.TextMap().ShouldBe(new Dictionary<string, string> { ["k"] = "v" });
        reader.Done();

        problems.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_value_is_absent_and_a_required_one_says_so()
    {
        var reader = Read("name:\nport:\n");

        reader.Optional("port").ShouldBeNull();
        reader.Required("name").ShouldBeNull();

        problems.Problems.ShouldHaveSingleItem().Message.ShouldBe("name is empty");
    }

    [Theory]
    [InlineData("a: {b: 1}", "must be text, but is a mapping")]
    [InlineData("a: [b]", "must be text, but is a list")]
    public void A_value_of_another_kind_is_named(string text, string message)
    {
        Read(text).Required("a")?.Text();

        problems.Problems.ShouldHaveSingleItem().Message.ShouldBe($"a: {message}");
    }

    [Fact]
    public void A_json_number_is_no_text_and_a_json_text_is_no_number()
    {
        var reader = DocumentReader.Read("a.json", "{\"account\": 123456789012, \"size\": \"20\"}", problems).Mapping();

        reader.Required("account")?.Text().ShouldBeNull();
        reader.Required("size")?.Number().ShouldBeNull();

        problems.Problems.Select(problem => problem.Message).ShouldBe(
            ["account: must be text in double quotes, but is '123456789012'", "size: must be a whole number, but is '20'"]);
    }

    [Fact]
    public void A_word_that_is_nearly_allowed_is_suggested()
    {
        Read("mode: awsvcp").Required("mode")?.Choice("none", "bridge", "host", "awsvpc");

        problems.Problems.ShouldHaveSingleItem().ShouldBe(
            new Problem("mode: 'awsvcp' is not one of none, bridge, host, awsvpc", "did you mean 'awsvpc'?", new SourceLocation("a.yml", 1, 7)));
    }

    private MappingReader Read(string text) => DocumentReader.Read("a.yml", text, problems).Mapping();
}
