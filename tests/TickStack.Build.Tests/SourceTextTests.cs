using System.Globalization;
using System.Text.RegularExpressions;

namespace TickStack.Build.Tests;

/// <summary>How every C# file of the solution is written, where neither the compiler nor the formatter says so.</summary>
public partial class SourceTextTests
{
    // Terraform's own message, as it prints it.
    private static readonly string[] MayBeWide = ["Error message: operation error S3: PutObject, https response error StatusCode: 412"];

    private static readonly List<(string File, string[] Lines)> Sources = [.. new[] { "build", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(RepositoryFolder.Path, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Select(file => (file, File.ReadAllLines(Path.Combine(RepositoryFolder.Path, file))))];

    [Fact]
    public void No_line_is_wider_than_the_editor_configuration_says()
    {
        var configuration = File.ReadAllText(Path.Combine(RepositoryFolder.Path, ".editorconfig"));
        var width = int.Parse(MaximumWidth().Match(configuration).Groups["width"].Value, CultureInfo.InvariantCulture);

        Places(line => line.Length > width && !MayBeWide.Any(start => line.TrimStart().StartsWith(start, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void No_private_field_begins_with_an_underscore() => Places(UnderscoredField().IsMatch).ShouldBeEmpty();

    [Fact]
    public void No_test_has_a_name_of_more_than_80_characters() => Places(LongTestName().IsMatch).ShouldBeEmpty();

    private static IEnumerable<string> Places(Func<string, bool> isWrong) =>
        from source in Sources
        from line in source.Lines.Index()
        where isWrong(line.Item)
        select $"{source.File}:{line.Index + 1}";

    [GeneratedRegex(@"^max_line_length = (?<width>\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex MaximumWidth();

    [GeneratedRegex(@"^\s*private [^(={]*\b_\w+ *(=|;)")]
    private static partial Regex UnderscoredField();

    [GeneratedRegex(@"^\s*public (async Task|Task|void) \w{81,}\(")]
    private static partial Regex LongTestName();
}
