using Amazon.ECS.Model;

namespace TickStack.EcsCli.Translation;

/// <summary>Volumes of the task. ECS wants a name for each: host paths and nameless volumes get "volume-N", counted from the first use.</summary>
internal sealed class VolumeTranslator
{
    private readonly SortedDictionary<string, Volume> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> hostPaths = [];
    private readonly List<Volume> generated = [];
    private readonly HashSet<string> taken;
    private readonly ComposeFile compose;
    private readonly ProblemLog problems;
    private int next;

    public VolumeTranslator(ComposeFile compose, EcsParams ecsParams, ProblemLog problems)
    {
        (this.compose, this.problems) = (compose, problems);
        Declare(compose);
        Configure(ecsParams);
        taken = [.. named.Keys];
    }

    public MountPoint Translate(Mount mount) => new()
    {
        SourceVolume = Name(mount),
        ContainerPath = mount.ContainerPath,
        ReadOnly = mount.ReadOnly ? true : null,
    };

    /// <summary>Complete once every mount was translated: the named ones, then the generated ones.</summary>
    public List<Volume>? Volumes() => named.Values.Concat(generated).OrNull();

    private void Declare(ComposeFile compose)
    {
        foreach (var volume in compose.Volumes)
        {
            named[volume.Name] = VolumeMapping.From(volume);
        }

        // Version 1 has no section to declare them in.
        var mounted = compose.Services.SelectMany(service => service.Mounts).Select(mount => mount.Volume).OfType<string>();
        foreach (var name in compose.Version == ComposeVersions.One ? mounted : [])
        {
            named.TryAdd(name, new Volume { Name = name });
        }
    }

    private void Configure(EcsParams ecsParams)
    {
        var configured = new HashSet<string>();
        foreach (var volume in ecsParams.DockerVolumes)
        {
            Configure(configured, volume.Name, volume.Location, VolumeMapping.From(volume));
        }

        foreach (var volume in ecsParams.EfsVolumes)
        {
            Configure(configured, volume.Name, volume.Location, VolumeMapping.From(volume));
        }
    }

    private void Configure(HashSet<string> configured, string name, SourceLocation location, Volume volume)
    {
        if (!named.TryGetValue(name, out var declared))
        {
            problems.Add($"{compose.File} declares no volume '{name}'", Suggestion.Remedy(name, named.Keys), location);
        }
        else if (!configured.Add(name) || declared.DockerVolumeConfiguration is not null)
        {
            problems.Add($"the volume '{name}' is configured twice", "keep one of its entries", location);
        }
        else
        {
            named[name] = volume;
        }
    }

    private string Name(Mount mount)
    {
        if (mount.Volume is { } name)
        {
            if (!named.ContainsKey(name))
            {
                var nearest = Suggestion.Nearest(name, named.Keys);
                var remedy = nearest is null ? $"declare it at the top level: volumes: {{{name}: {{}}}}" : $"did you mean '{nearest}'?";
                problems.Add($"the volume '{name}' is not declared", remedy, mount.Location);
            }

            return name;
        }

        return mount.HostPath is { } path ? HostVolume(path) : Generate(null);
    }

    private string HostVolume(string path)
    {
        if (!hostPaths.TryGetValue(path, out var name))
        {
            hostPaths[path] = name = Generate(new HostVolumeProperties { SourcePath = path });
        }

        return name;
    }

    private string Generate(HostVolumeProperties? host)
    {
        string name;
        do
        {
            name = $"volume-{next++}";
        }
        while (!taken.Add(name));

        generated.Add(new Volume { Name = name, Host = host });
        return name;
    }
}

/// <summary>Declared volumes in terms of ECS.</summary>
internal static class VolumeMapping
{
    public static Volume From(DockerVolume volume)
    {
        var isPlain = volume is { Scope: null, Autoprovision: null, Driver: null, DriverOptions.Count: 0, Labels.Count: 0 };
        return new Volume
        {
            Name = volume.Name,
            DockerVolumeConfiguration = isPlain ? null : new DockerVolumeConfiguration
            {
                Scope = volume.Scope,
                Autoprovision = volume.Autoprovision,
                Driver = volume.Driver,
                DriverOpts = volume.DriverOptions.OrNull(),
                Labels = volume.Labels.OrNull(),
            },
        };
    }

    public static Volume From(EfsVolume volume) => new()
    {
        Name = volume.Name,
        EfsVolumeConfiguration = new EFSVolumeConfiguration
        {
            FileSystemId = volume.FileSystemId,
            RootDirectory = volume.RootDirectory,
            TransitEncryption = volume.TransitEncryption,
            TransitEncryptionPort = volume.TransitEncryptionPort,
            AuthorizationConfig = volume is { AccessPoint: null, Iam: null }
                ? null
                : new EFSAuthorizationConfig { AccessPointId = volume.AccessPoint, Iam = volume.Iam },
        },
    };
}
