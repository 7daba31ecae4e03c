using System.Net;
using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>links and extra_hosts.</summary>
internal static class NetworkSyntax
{
    public static IReadOnlyList<Located<string>> Links(DocumentValue value) =>
        [.. value.List().Select(item => (Text: item.Text(), item.Location)).Where(link => link.Text is not null).Select(link => new Located<string>(link.Text!, link.Location))];

    /// <summary>A list of "host:address" keeps its order; a mapping is sorted by host.</summary>
    public static IReadOnlyList<ExtraHost> ExtraHosts(DocumentValue value) => value.Node is SequenceNode
        ? [.. value.List().Select(Entry).OfType<ExtraHost>()]
        : [.. value.Entries().Select(pair => Host(pair.Key.Key, pair.Value.Text(), pair.Value)).OfType<ExtraHost>().OrderBy(host => host.Name, StringComparer.Ordinal)];

    private static ExtraHost? Entry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var parts = text.Split(':', 2);
        return Host(parts[0], parts.ElementAtOrDefault(1) ?? "", item);
    }

    private static ExtraHost? Host(string name, string? address, DocumentValue value)
    {
        if (address is null)
        {
            return null;
        }

        if (name.Length > 0 && IPAddress.TryParse(address, out _))
        {
            return new ExtraHost(name, address);
        }

        value.Problem($"'{name}:{address}' is no host and address", "write host:address, as in 'broker.example:10.0.0.5'");
        return null;
    }
}
