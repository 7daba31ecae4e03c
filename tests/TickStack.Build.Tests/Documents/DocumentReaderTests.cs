using CsCheck;
using TickStack.Documents;
using TickStack.Failures;

namespace TickStack.Build.Tests.Documents;

public class DocumentReaderTests
{
    [Fact]
    public void Every_value_knows_its_line_and_column()
    {
        var root = Yaml("services:\n  web:\n    ports: [80, \"443\"]\n");

        var ports = Child(Child(Child(root, "services"), "web"), "ports").ShouldBeOfType<SequenceNode>();

        ports.Items.Select(item => (item.Location.Line, item.Location.Column)).ShouldBe([(3, 13), (3, 17)]);
    }

    [Fact]
    public void Json_values_know_their_line_and_column_too()
    {
        var root = DocumentReader.Read("a.json", "{\n  \"é\": 1, \"b\": [true, null]\n}");

        Child(root, "b").Location.ShouldBe(new SourceLocation("a.json", 2, 16));
        Child(root, "é").ShouldBeOfType<ScalarNode>().Form.ShouldBe(ScalarForm.Literal);
    }

    [Theory]
    [InlineData("{ \"a\": 1, }", 1, 11)]
    [InlineData("{\n  \"a\" 1\n}", 2, 7)]
    [InlineData("", 1, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("// settings\n{}", 1, 1)]
    public void Json_that_is_none_is_an_error_with_its_place(string text, int line, int column)
    {
        var problem = Failure("a.json", text).ShouldHaveSingleItem();

        problem.Location.ShouldBe(new SourceLocation("a.json", line, column));
        problem.Message.ShouldStartWith("this is not JSON");
        problem.Message.ShouldNotContain("LineNumber");
    }

    [Fact]
    public void Yaml_that_is_none_is_an_error_with_its_place()
    {
        var problem = Failure("a.yml", "a: 1\nb: [1, 2\nc: 3\n").ShouldHaveSingleItem();

        problem.Location!.Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("a.yml")]
    [InlineData("a.json")]
    public void No_text_whatever_ends_in_anything_but_a_tree_or_a_problem_with_its_place(string file) =>
        Gen.Char["ab1 \t\n:-?,[]{}#&*!|>'\"%@`\\<~$é\0"].Array[0, 24].Select(letters => new string(letters)).Sample(text =>
        {
            try
            {
                DocumentReader.Read(file, text);
            }
            catch (FailureException failure)
            {
                failure.Problems.ShouldAllBe(problem => problem.Location != null && problem.Location.Line > 0 && problem.Location.Column > 0);
            }
        }, iter: 1_000);

    [Theory]
    [InlineData("a.yml", "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")]
    [InlineData("a.json", "{\"a\": 1,\n\"b\": {\n \"c\": 1,\n  \"c\": 2},\n\"a\": 3}")]
    public void All_duplicate_keys_are_reported_together(string file, string text)
    {
        var problems = Failure(file, text);

        problems.Select(problem => problem.Location!.Line).ShouldBe([4, 5]);
        problems[0].Message.ShouldContain("'c' comes twice");
        problems[1].Remedy.ShouldBe("keep one; the other is in line 1");
    }

    [Fact]
    public void Aliases_and_merge_keys_are_resolved_and_the_mapping_itself_wins()
    {
        var root = Yaml("one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nall:\n  <<: [*one, *two]\n  c: 3\nsame: *one\n");

        var all = Child(root, "all").ShouldBeOfType<MappingNode>();

        all.Entries.Select(entry => (entry.Key, ((ScalarNode)entry.Value).Value)).ShouldBe([("c", "3"), ("a", "1"), ("b", "1")]);
        Child(root, "same").ShouldBeSameAs(Child(root, "one"));
    }

    [Theory]
    [InlineData("a: *nothing\n")]
    [InlineData("a: &a\n  b: *a\n")]
    [InlineData("<<: text\n")]
    [InlineData("? [a, b]\n: 1\n")]
    [InlineData("a: !!binary aGk=\n")]
    [InlineData("a: 1\n---\nb: 1\n")]
    public void What_a_plain_reader_would_guess_at_is_refused(string text) => Failure("a.yml", text).ShouldHaveSingleItem().Location.ShouldNotBeNull();

    [Fact]
    public void An_empty_file_is_an_empty_value() => Yaml("# nothing here\n").ShouldBeOfType<ScalarNode>().IsNull.ShouldBeTrue();

    [Theory]
    [InlineData("a: null", true)]
    [InlineData("a: ~", true)]
    [InlineData("a:", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: \"null\"", false)]
    public void Only_an_unquoted_nothing_is_nothing(string text, bool expected) =>
        Child(Yaml(text), "a").ShouldBeOfType<ScalarNode>().IsNull.ShouldBe(expected);

    private static DocumentNode Yaml(string text) => DocumentReader.Read("a.yml", text);

    private static DocumentNode Child(DocumentNode node, string key) => node.ShouldBeOfType<MappingNode>().Find(key).ShouldNotBeNull().Value;

    private static IReadOnlyList<Problem> Failure(string file, string text)
    {
        var failure = Should.Throw<FailureException>(() => DocumentReader.Read(file, text));
        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
        return failure.Problems;
    }
}
