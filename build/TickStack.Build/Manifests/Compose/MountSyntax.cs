using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Compose;

/// <summary>volumes and volumes_from of a service.</summary>
internal static class MountSyntax
{
    private static readonly string[] Modes = ["ro", "rw"];

    public static IReadOnlyList<Mount> Read(DocumentValue value) => [.. value.List().Select(Entry).OfType<Mount>()];

    public static IReadOnlyList<SharedVolumes> VolumesFrom(DocumentValue value) => [.. value.List().Select(SharedEntry).OfType<SharedVolumes>()];

    private static Mount? Entry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var mount = text.Split(':') switch
        {
            [var container] => new Mount(null, null, container, false, item.Location),
            [var source, var container] => From(source, container, "rw", item),
            [var source, var container, "ro" or "rw"] and [_, _, var mode] => From(source, container, mode, item),
            _ => null,
        };
        if (mount?.ContainerPath.StartsWith('/') == true && mount is not { HostPath: null, Volume: "" })
        {
            return mount;
        }

        item.Problem($"'{text}' is no volume", "write \"/host/path:/container/path\", \"name:/container/path\" or \"/container/path\", the first two with :ro or :rw behind them at will");
        return null;
    }

    private static Mount? From(string source, string container, string mode, DocumentValue item)
    {
        if (source.StartsWith('.') || source.StartsWith('~'))
        {
            item.Problem($"'{source}' is relative to a machine that the container does not run on", "write the absolute path on the instance");
        }

        var isHostPath = source.StartsWith('/') || source.StartsWith('.') || source.StartsWith('~');
        return new Mount(isHostPath ? source : null, isHostPath ? null : source, container, mode == "ro", item.Location);
    }

    private static SharedVolumes? SharedEntry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var parts = text.Split(':');
        var words = parts is ["container", _, ..] ? parts[1..] : parts;
        if (words is [{ Length: > 0 }] || (words is [{ Length: > 0 }, var mode] && Modes.Contains(mode)))
        {
            return new SharedVolumes(words[0], words.ElementAtOrDefault(1) == "ro", item.Location);
        }

        item.Problem($"'{text}' names no container", "write \"container\", with :ro or :rw behind it at will");
        return null;
    }
}
