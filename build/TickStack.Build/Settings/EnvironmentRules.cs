using TickStack.Documents;

namespace TickStack.Build.Settings;

/// <summary>What must hold between values that are right by themselves.</summary>
internal static class EnvironmentRules
{
    public static void Check(StackSettings settings, DocumentValue document)
    {
        if (settings.Cloud == CloudKind.Aws)
        {
            RefusePlaceholder(settings.Environment, document);
        }

        var architecture = ArchitectureOf(settings.Infrastructure.InstanceType);
        if (architecture is not null && settings.Images.Architecture.Length > 0 && architecture != settings.Images.Architecture)
        {
            document.Problems.Add(
                $"images.architecture is {settings.Images.Architecture}, but a {settings.Infrastructure.InstanceType} is {architecture}",
                "change one of the two: an image runs only on its own architecture",
                At(document, "images", "architecture"));
        }
    }

    /// <summary>Graviton families have a g behind the generation: m6g, t4g, c7gn; but g4dn and g5 are graphics.</summary>
    private static string? ArchitectureOf(string instanceType)
    {
        var family = SettingPatterns.InstanceFamily.Match(instanceType);
        return !family.Success ? null
            : family.Groups["class"].Value == "a" || family.Groups["attributes"].Value.Contains('g', StringComparison.Ordinal) ? "arm64"
            : "x86_64";
    }

    private static void RefusePlaceholder(string environment, DocumentValue document)
    {
        foreach (var text in Texts(document.Node).Where(text => text.Value.Contains(StackSettings.PlaceholderAccount, StringComparison.Ordinal)))
        {
            document.Problems.Add(
                $"'{text.Value}' holds the placeholder account {StackSettings.PlaceholderAccount}",
                $"put the number of your own AWS account there; '{environment}' deploys into it",
                text.Location);
        }
    }

    private static IEnumerable<ScalarNode> Texts(DocumentNode node) => node switch
    {
        ScalarNode scalar => [scalar],
        MappingNode mapping => mapping.Entries.SelectMany(entry => Texts(entry.Value)),
        SequenceNode sequence => sequence.Items.SelectMany(Texts),
        _ => [],
    };

    private static SourceLocation At(DocumentValue document, params string[] keys) =>
        keys.Aggregate(document.Node, (node, key) => (node as MappingNode)?.Find(key)?.Value ?? node).Location;
}

/// <summary>How AWS's identifiers are written. Syntax only: whether the thing exists, AWS says.</summary>
internal static partial class SettingPatterns
{
    [GeneratedRegex(@"^[0-9]{12}\z")]
    public static partial Regex Account { get; }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    public static partial Regex Region { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,19}[a-z0-9]\z")]
    public static partial Regex Name { get; }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    public static partial Regex Bucket { get; }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.:/@-]*\z")]
    public static partial Regex ImageReference { get; }

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    public static partial Regex TagText { get; }

    [GeneratedRegex(@"^vpc-[0-9a-f]{8,17}\z")]
    public static partial Regex VpcId { get; }

    [GeneratedRegex(@"^subnet-[0-9a-f]{8,17}\z")]
    public static partial Regex SubnetId { get; }

    [GeneratedRegex(@"^ami-[0-9a-f]{8,17}\z")]
    public static partial Regex MachineImageId { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z0-9-]+\z")]
    public static partial Regex InstanceType { get; }

    [GeneratedRegex(@"^(?<class>[a-z]+)[0-9]+(?<attributes>[a-z]*)\.")]
    public static partial Regex InstanceFamily { get; }

    [GeneratedRegex(@"^(?=.{4,240}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    public static partial Regex Domain { get; }

    [GeneratedRegex(@"^(?=.{1,240}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    public static partial Regex Namespace { get; }
}
