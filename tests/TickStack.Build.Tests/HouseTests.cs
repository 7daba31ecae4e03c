using System.Text.RegularExpressions;
using TickStack.Build.Options;

namespace TickStack.Build.Tests;

/// <summary>Which folder of the host may know which: data flows one way, and nothing goes in a circle.</summary>
public partial class HouseTests
{
    // Settings → images → infrastructure → rendered files → ECS → the data volume; what stands before them knows no stage.
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Stack"] = [],
        ["Artifacts"] = [],
        ["Processes"] = [],
        ["Reporting"] = ["Processes"],
        ["Options"] = ["Stack"],
        ["Settings"] = ["Options", "Stack"],
        ["Aws"] = ["Processes", "Reporting", "Settings", "Stack"],
        ["Images"] = ["Artifacts", "Aws", "Processes", "Reporting", "Settings", "Stack"],
        ["Terraform"] = ["Artifacts", "Aws", "Processes", "Reporting", "Settings", "Stack"],
        ["Manifests"] = ["Artifacts", "Images", "Reporting", "Settings", "Stack", "Terraform"],
        ["Ecs"] = ["Artifacts", "Aws", "Images", "Manifests", "Options", "Processes", "Reporting", "Settings", "Stack", "Terraform"],
        ["DataVolume"] = ["Aws", "Ecs", "Processes", "Reporting", "Settings", "Stack", "Terraform"],
        ["Sandbox"] = ["Artifacts", "Aws", "Images", "Processes", "Reporting", "Settings", "Stack"],
    };

    private static readonly string Build = Path.Combine(RepositoryRoot.Find(), "build");

    private static readonly string Host = Path.Combine(Build, "TickStack.Build");

    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(Host).Select(Path.GetFileName).OfType<string>().Except(["Tasks"])];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_those_that_it_may_know(string folder) =>
        Uses(Path.Combine(Host, folder)).Except([folder]).Except(MayKnow.GetValueOrDefault(folder, [])).ShouldBeEmpty();

    // The table itself could allow one.
    [Fact]
    public void No_folders_know_each_other_in_a_circle()
    {
        var known = Folders.Select(row => row.Data).ToDictionary(folder => folder, folder => Uses(Path.Combine(Host, folder)).Except([folder]).ToList());

        while (known.FirstOrDefault(pair => pair.Value.Count == 0).Key is { } free)
        {
            known.Remove(free);
            known.Values.ToList().ForEach(uses => uses.Remove(free));
        }

        known.Keys.ShouldBeEmpty();
    }

    [Fact]
    public void The_translator_knows_neither_cake_nor_this_stack() =>
        Sources(Path.Combine(Build, "TickStack.EcsCli"))
            .Where(file => UsesOfTheHost().IsMatch(File.ReadAllText(file)) || File.ReadAllText(file).Contains("using Cake", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Nobody_but_the_compat_folder_and_the_projects_knows_where_the_packages_come_from() =>
        Sources(Host).Where(file => File.ReadAllText(file).Contains("compat/", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);

    // The tasks see everything, and nobody may see them, nor what is put together from all of it.
    private static HashSet<string> Uses(string folder) =>
        [.. Sources(folder).SelectMany(file => UsesOfTheHost().Matches(File.ReadAllText(file))).Select(match => match.Groups["folder"].Value)];

    [GeneratedRegex(@"(?<!namespace )\bTickStack\.Build\.(?<folder>\w+)")]
    private static partial Regex UsesOfTheHost();
}
