using System.Text.RegularExpressions;
using TickStack.Build.Tools;

namespace TickStack.Build.Tests;

/// <summary>Data flows one way: a stage uses the stages before it; adapters, reporting and errors stand aside.</summary>
public partial class StageOrderTests
{
    private static readonly string[] Stages = ["Settings", "Images", "Infrastructure", "Manifests", "Services"];

    private static readonly string Host = Path.Combine(RepositoryRoot.Find(), "build", "TickStack.Build");

    public static TheoryData<string> StageNames => [.. Stages];

    [Theory]
    [MemberData(nameof(StageNames))]
    public void A_stage_knows_only_the_stages_before_it(string stage)
    {
        var later = Stages.Skip(Array.IndexOf(Stages, stage) + 1).Append("Tasks").Append("Sandbox");

        Uses(stage).Intersect(later).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_but_the_compat_folder_and_the_projects_knows_where_the_packages_come_from() =>
        Directory.EnumerateFiles(Host, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("compat/", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static IEnumerable<string> Uses(string stage) =>
        Directory.EnumerateFiles(Path.Combine(Host, stage), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Used().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["folder"].Value)
            .Distinct();

    [GeneratedRegex(@"^using TickStack\.Build\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex Used();
}
