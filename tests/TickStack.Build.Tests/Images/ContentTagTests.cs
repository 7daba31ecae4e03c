using System.Text;
using CsCheck;
using TickStack.Build.Images;

namespace TickStack.Build.Tests.Images;

public class ContentTagTests
{
    private static readonly BaseImage Base = new("telegraf:1.39.3");

    private static readonly Gen<ContextFile> Files = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 12],
        Gen.Bool,
        Gen.Byte.Array[0, 40],
        (path, executable, content) => new ContextFile(path, executable, content));

    [Fact]
    public void A_tag_is_the_base_version_and_twelve_hexadecimal_digits() =>
        ContentTag.Of(Base, [File("Dockerfile", "FROM x")], Arguments()).ShouldMatch("^1\\.39\\.3-[0-9a-f]{12}$");

    [Fact]
    public void The_order_of_files_and_arguments_does_not_matter() =>
        Gen.Select(Files.Array[0, 6], Gen.Int).Sample((files, seed) =>
        {
            var unique = files.DistinctBy(file => file.Path).ToArray();
            var shuffled = unique.ToArray();
            new Random(seed).Shuffle(shuffled);
            return ContentTag.Of(Base, unique, Arguments()) == ContentTag.Of(Base, shuffled, Arguments().Reverse());
        });

    [Fact]
    public void A_change_of_any_byte_changes_the_tag() =>
        Gen.Select(Files.Array[1, 6], Gen.Int).Sample((files, choice) =>
        {
            var unique = files.DistinctBy(file => file.Path).ToArray();
            var index = (int)((uint)choice % (uint)unique.Length);
            var changed = unique.ToArray();
            changed[index] = changed[index] with { Content = changed[index].Content.ToArray().Append((byte)1).ToArray() };
            return ContentTag.Of(Base, unique, Arguments()) != ContentTag.Of(Base, changed, Arguments());
        });

    [Fact]
    public void Content_that_moves_from_one_file_to_the_next_changes_the_tag() =>
        Tag([File("a", "xy"), File("b", "z")]).ShouldNotBe(Tag([File("a", "x"), File("b", "yz")]));

    [Fact]
    public void The_executable_bit_is_content() =>
        Tag([File("a", "x")]).ShouldNotBe(Tag([File("a", "x") with { Executable = true }]));

    [Fact]
    public void A_build_argument_is_content() =>
        ContentTag.Of(Base, [], [KeyValuePair.Create("ENVIRONMENT", "sandbox")])
            .ShouldNotBe(ContentTag.Of(Base, [], [KeyValuePair.Create("ENVIRONMENT", "production")]));

    [Fact]
    public void Two_bases_of_one_version_have_different_tags() =>
        ContentTag.Of(new BaseImage("mirror/telegraf:1.39.3"), [], []).ShouldNotBe(ContentTag.Of(Base, [], []));

    private static string Tag(IEnumerable<ContextFile> files) => ContentTag.Of(Base, files, Arguments());

    private static ContextFile File(string path, string content) => new(path, false, Encoding.UTF8.GetBytes(content));

    private static KeyValuePair<string, string>[] Arguments() => [KeyValuePair.Create("A", "1"), KeyValuePair.Create("B", "2")];
}
