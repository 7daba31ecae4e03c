using System.Globalization;
using System.Text.RegularExpressions;
using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>ports: "C", "H:C", "IP:H:C", each with ranges and "/tcp" or "/udp".</summary>
internal static partial class PortSyntax
{
    private const int Highest = 65535;

    public static IReadOnlyList<Port> Read(DocumentValue value, ReadingContext context) => [.. value.List().SelectMany(item => Entry(item, context))];

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
            context.Warnings.Add($"{item.Path}: ECS listens on every address, so '{match.Groups["address"].Value}' is left out", null, item.Location);
        }

        return Expand(Range(match.Groups["container"]), match.Groups["host"].Success ? Range(match.Groups["host"]) : null, match.Groups["protocol"].Value, item);
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
        return [.. Enumerable.Range(0, length + 1).Select(i => new Port(container.First + i, first + i, protocol.Length == 0 ? "tcp" : protocol, item.Location))];
    }

    private static (int First, int Last) Range(Group group)
    {
        var ends = group.Value.Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(((?<address>[0-9.]+|\[[0-9a-fA-F:]+\]):)?(?<host>\d{1,5}(-\d{1,5})?):)?(?<container>\d{1,5}(-\d{1,5})?)(/(?<protocol>tcp|udp))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
