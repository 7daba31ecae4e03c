namespace TickStack.EcsCli.Compose;

/// <summary>A docker-compose.yml, checked, with its variables put in, its env_files read and its extends resolved.</summary>
/// <param name="File">Name to show in messages.</param>
/// <param name="Version">One version.</param>
/// <param name="Services">One container each, ordered by name.</param>
/// <param name="Volumes">Those of the top level, ordered by name.</param>
public sealed record ComposeFile(string File, ComposeVersions Version, IReadOnlyList<ComposeService> Services, IReadOnlyList<DockerVolume> Volumes);

/// <summary>Versions of the compose format.</summary>
[Flags]
public enum ComposeVersions
{
    None = 0,

    /// <summary>"1", or no version and services at the top level.</summary>
    One = 1,

    Two = 2,

    /// <summary>"3", "3.0", or no version beside a "services" section, as the Compose Specification has it.</summary>
    Three = 4,

    All = One | Two | Three,
}

/// <summary>Reads a docker-compose.yml of version 1, 2 or 3 strictly.</summary>
public sealed class ComposeReader(ReadingContext context)
{
    private static readonly Dictionary<string, ComposeVersions> Versions = new()
    {
        ["1"] = ComposeVersions.One,
        ["2"] = ComposeVersions.Two,
        ["3"] = ComposeVersions.Three,
        ["3.0"] = ComposeVersions.Three,
    };

    private const int MostServices = 100;

    private static readonly string[] SkippedSections = ["networks", "secrets", "configs"];

    /// <returns>As much as could be read; the context's problems say whether that is all.</returns>
    /// <exception cref="FailureException">The file is not YAML.</exception>
    public ComposeFile Read(ManifestSource source)
    {
        var root = Root(source);
        var version = Version(root);
        var (services, volumes) = version == ComposeVersions.One ? (Children(Without(root, key => key == "version")), []) : Sections(root);
        var reader = new ServiceReader(version, context);
        var read = services.Select(pair => reader.Read(pair.Key.Key, pair.Value)).OrderBy(service => service.Name, StringComparer.Ordinal);
        return new ComposeFile(source.File, version, new ServiceExtender([.. read], this, context).Extend(), volumes);
    }

    // Sections whose names begin with "x-" are for anchors and belong to nobody.
    private DocumentValue Root(ManifestSource source)
    {
        var root = source.Root("compose file", IsMeant, context);
        return Without(root, key => key.StartsWith("x-", StringComparison.Ordinal));
    }

    // In version 1 services have the names of the top level.
    private static bool IsMeant(MappingNode root) => root.Find("services") is not null || root.Find("version") is not null
        || root.Entries.Any(entry => entry.Value is MappingNode service && service.Entries.Any(key => ServiceKeys.Table.ContainsKey(key.Key)));

    private static DocumentValue Without(DocumentValue root, Func<string, bool> isForeign) => root.Node is MappingNode mapping
        ? new DocumentValue(mapping with { Entries = [.. mapping.Entries.Where(entry => !isForeign(entry.Key))] }, root.Path, root.Problems)
        : root;

    private ComposeVersions Version(DocumentValue root)
    {
        if ((root.Node as MappingNode)?.Find("version") is not { } entry)
        {
            return (root.Node as MappingNode)?.Find("services") is null ? ComposeVersions.One : ComposeVersions.Three;
        }

        var written = (entry.Value as ScalarNode)?.Value ?? "";
        if (Versions.TryGetValue(written, out var version))
        {
            return version;
        }

        context.Problems.Add($"version '{written}' is not supported", "write \"3\", or \"2\" or \"1\" for files that need their keys", entry.Value.Location);
        return ComposeVersions.Three;
    }

    private (IEnumerable<KeyValuePair<MappingEntry, DocumentValue>> Services, IReadOnlyList<DockerVolume> Volumes) Sections(DocumentValue root)
    {
        var sections = root.Mapping();
        _ = sections.Optional("version");
        var services = sections.Required("services") is { } value ? Children(value) : [];
        var volumes = sections.Optional("volumes") is { } declared ? VolumeSyntax.Read(declared) : [];
        foreach (var skipped in SkippedSections.Select(sections.Optional).OfType<DocumentValue>())
        {
            context.Warnings.Add($"{skipped.Path} means nothing to ECS: it is skipped", null, skipped.Location);
        }

        sections.Done();
        return (services, volumes);
    }

    private static IReadOnlyList<KeyValuePair<MappingEntry, DocumentValue>> Children(DocumentValue services)
    {
        var children = services.Entries();
        if (services.Node is MappingNode && children.Count == 0)
        {
            services.Problem("there is no service");
        }

        if (children.Count > MostServices)
        {
            var problem = new Problem($"here are {children.Count} services, and no more than {MostServices} are read", "split the file", services.Location);
            throw new FailureException([problem]);
        }

        return children;
    }
}
