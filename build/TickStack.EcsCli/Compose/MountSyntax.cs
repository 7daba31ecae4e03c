namespace TickStack.EcsCli.Compose;

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

        item.Problem(
            $"'{text}' is no volume",
            "write \"/host/path:/container/path\" or \"name:/container/path\", each with :ro or :rw behind it at will, or \"/container/path\"");
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

/// <param name="HostPath">Absolute path on the instance; null for a volume.</param>
/// <param name="Volume">Name of a declared volume; null with <paramref name="HostPath"/> null too: a volume without a name, of this container alone.</param>
/// <param name="ContainerPath">Absolute path in the container.</param>
/// <param name="ReadOnly">Whether the container may only read.</param>
/// <param name="Location">Of the entry.</param>
public sealed record Mount(string? HostPath, string? Volume, string ContainerPath, bool ReadOnly, SourceLocation Location);

/// <summary>All mounts of another container (volumes_from).</summary>
public sealed record SharedVolumes(string Container, bool ReadOnly, SourceLocation Location);

/// <param name="ContainerPath">Absolute path.</param>
/// <param name="Size">MiB.</param>
/// <param name="Options">As in "noexec", "mode=755".</param>
public sealed record TmpfsMount(string ContainerPath, int Size, IReadOnlyList<string> Options);

/// <summary>tmpfs: "path:size=64m[,option]…". ECS wants a size.</summary>
internal static class TmpfsSyntax
{
    private const string SizeOption = "size=";

    public static IReadOnlyList<TmpfsMount> Read(DocumentValue value) =>
        [.. (value.Node is SequenceNode ? value.List() : [value]).Select(Entry).OfType<TmpfsMount>()];

    private static TmpfsMount? Entry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var parts = text.Split(':', 2);
        var options = parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        if (!parts[0].StartsWith('/') || options.Where(IsSize).ToList() is not [var size])
        {
            item.Problem($"'{text}' is no tmpfs", "write an absolute path and its size: /run:size=64m,noexec");
            return null;
        }

        return Size(size, item) is { } mebibytes ? new TmpfsMount(parts[0], mebibytes, [.. options.Where(option => !IsSize(option))]) : null;
    }

    private static bool IsSize(string option) => option.StartsWith(SizeOption, StringComparison.Ordinal);

    private static int? Size(string option, DocumentValue item)
    {
        var size = new ScalarNode(option[SizeOption.Length..], ScalarForm.Plain, item.Location);
        return new DocumentValue(size, item.Path, item.Problems).Mebibytes(1);
    }
}

/// <summary>volumes of the top level: a name, with a driver's settings at will.</summary>
internal static class VolumeSyntax
{
    public static IReadOnlyList<DockerVolume> Read(DocumentValue value) =>
        [.. value.Entries().Select(pair => Entry(pair.Key, pair.Value)).OrderBy(volume => volume.Name, StringComparer.Ordinal)];

    private static DockerVolume Entry(MappingEntry entry, DocumentValue value)
    {
        var volume = new DockerVolume(entry.Key, entry.Location);
        if (value.Node is ScalarNode { IsNull: true })
        {
            return volume;
        }

        var settings = value.Mapping();
        volume = volume with
        {
            Driver = settings.Optional("driver")?.Text(),
            DriverOptions = settings.Optional("driver_opts")?.TextMap() ?? volume.DriverOptions,
            Labels = settings.Optional("labels") is { } labels ? EnvironmentSyntax.Labels(labels) : volume.Labels,
        };
        settings.Done();
        return volume;
    }
}
