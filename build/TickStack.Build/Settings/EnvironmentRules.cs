using TickStack.Build.Documents;
using TickStack.Build.Errors;

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
