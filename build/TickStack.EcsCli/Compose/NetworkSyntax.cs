using System.Net;

namespace TickStack.EcsCli.Compose;

/// <summary>links and extra_hosts.</summary>
internal static class NetworkSyntax
{
    public static IReadOnlyList<Located<string>> Links(DocumentValue value) =>
        [.. value.List().Select(item => item.Text() is { } text ? new Located<string>(text, item.Location) : null).OfType<Located<string>>()];

    /// <summary>A list of "host:address" keeps its order; a mapping is sorted by host.</summary>
    public static IReadOnlyList<ExtraHost> ExtraHosts(DocumentValue value) => value.Node is SequenceNode
        ? [.. value.List().Select(Entry).OfType<ExtraHost>()]
        : [.. value.Entries()
            .Select(pair => Host(pair.Key.Key, pair.Value.Text(), pair.Value))
            .OfType<ExtraHost>()
            .OrderBy(host => host.Name, StringComparer.Ordinal)];

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

/// <summary>A line of the container's /etc/hosts.</summary>
public sealed record ExtraHost(string Name, string Address);

/// <param name="Container">1–65535.</param>
/// <param name="Host">Null: any free one, or in awsvpc mode the container's.</param>
/// <param name="Protocol">"tcp" or "udp".</param>
/// <param name="Location">Of the entry.</param>
public sealed record Port(int Container, int? Host, string Protocol, SourceLocation Location);

/// <summary>ports: "C", "H:C", "IP:H:C", each with ranges and "/tcp" or "/udp".</summary>
internal static partial class PortSyntax
{
    private const int Highest = 65535;

    // So many of the shortest mappings, {"containerPort":1,"protocol":"tcp"} and a comma, fit into the 64 KiB of a task definition.
    private const int Most = 64 * 1024 / 37;

    private const string Form =
        @"^(((?<address>[0-9.]+|\[[0-9a-fA-F:]+\]):)?(?<host>\d{1,5}(-\d{1,5})?):)?(?<container>\d{1,5}(-\d{1,5})?)(/(?<protocol>tcp|udp))?$";

    public static IReadOnlyList<Port> Read(DocumentValue value, ReadingContext context)
    {
        var ports = value.List().SelectMany(item => Entry(item, context)).Take(Most + 1).ToList();
        if (ports.Count <= Most)
        {
            return ports;
        }

        value.Problem($"here are more than {Most} ports, which ECS cannot take in one task definition", "map fewer");
        return [];
    }

    private static IReadOnlyList<Port> Entry(DocumentValue item, ReadingContext context)
    {
        if (item.Text() is not { } text)
        {
            return [];
        }

        var match = Pattern().Match(text);
        if (!match.Success)
        {
            item.Problem($"'{text}' is no port", "write \"CONTAINER\" or \"HOST:CONTAINER\", with /udp behind it when it is not tcp");
            return [];
        }

        if (match.Groups["address"].Success)
        {
            context.Warnings.Add($"{item.Path}: ECS listens on every address, so '{match.Groups["address"]}' is left out", null, item.Location);
        }

        var host = match.Groups["host"].Success ? Range(match.Groups["host"]) : ((int, int)?)null;
        return Expand(Range(match.Groups["container"]), host, match.Groups["protocol"].Success ? match.Groups["protocol"].Value : "tcp", item);
    }

    private static IReadOnlyList<Port> Expand((int First, int Last) container, (int First, int Last)? host, string protocol, DocumentValue item)
    {
        var length = container.Last - container.First;
        if (container.First < 1 || length < 0 || container.Last > Highest || host?.Last > Highest)
        {
            item.Problem($"a port is a number from 1 to {Highest}, and a range goes upwards");
            return [];
        }

        if (host is { } range && range.Last - range.First != length)
        {
            item.Problem("the host's range and the container's are not equally long");
            return [];
        }

        // A host port of 0 means any free one, as does none at all.
        var first = host?.First is 0 ? null : host?.First;
        return [.. Enumerable.Range(0, length + 1).Select(i => new Port(container.First + i, first + i, protocol, item.Location))];
    }

    private static (int First, int Last) Range(Group group)
    {
        var ends = group.Value.Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(Form, RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
