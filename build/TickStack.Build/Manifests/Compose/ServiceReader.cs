using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>Reads one service of a compose file by the table of keys.</summary>
internal sealed class ServiceReader(ComposeVersions version, ReadingContext context)
{
    public ComposeService Read(string name, DocumentValue value)
    {
        var service = new ComposeService(name, value.Location);
        // deploy comes last: it may say again what another key has said.
        foreach (var (entry, item) in value.Entries().OrderBy(pair => pair.Key.Key == "deploy"))
        {
            service = Key(service, entry, item);
        }

        return service;
    }

    private ComposeService Key(ComposeService service, MappingEntry entry, DocumentValue value)
    {
        if (entry.Key.StartsWith("x-", StringComparison.Ordinal))
        {
            return service;
        }

        if (!ServiceKeys.Table.TryGetValue(entry.Key, out var key))
        {
            context.Problems.Add($"{value.Path} is not a known key", Suggestion.Remedy(entry.Key, [.. KeysOfVersion()]), entry.Location);
        }
        else if (!key.Versions.HasFlag(version))
        {
            context.Problems.Add($"{value.Path} is not a key of version {VersionNumber()}", key.Elsewhere, entry.Location);
        }
        else if (key.Read is null)
        {
            context.Warnings.Add($"{value.Path} means nothing to ECS: it is skipped", null, entry.Location);
        }
        else if (value.Node is not ScalarNode { IsNull: true })
        {
            return key.Read(service, value, context);
        }

        return service;
    }

    private IEnumerable<string> KeysOfVersion() => ServiceKeys.Table.Where(pair => pair.Value.Versions.HasFlag(version)).Select(pair => pair.Key);

    private int VersionNumber() => version switch
    {
        ComposeVersions.One => 1,
        ComposeVersions.Two => 2,
        _ => 3,
    };
}
