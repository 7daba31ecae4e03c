namespace TickStack.EcsCli.Params;

/// <summary>A named volume on an EFS file system.</summary>
public sealed record EfsVolume(string Name, string FileSystemId, SourceLocation Location)
{
    public string? RootDirectory { get; init; }

    /// <summary>"ENABLED" or "DISABLED".</summary>
    public string? TransitEncryption { get; init; }

    public int? TransitEncryptionPort { get; init; }

    public string? AccessPoint { get; init; }

    /// <summary>"ENABLED" or "DISABLED".</summary>
    public string? Iam { get; init; }
}

/// <summary>docker_volumes and efs_volumes.</summary>
internal static class VolumeParamsSyntax
{
    public static DockerVolume? Docker(DocumentValue value)
    {
        var section = value.Mapping();
        var name = section.Required("name")?.Text();
        var volume = new DockerVolume(name ?? "", value.Location)
        {
            Scope = section.Optional("scope")?.Choice("task", "shared"),
            Autoprovision = section.Optional("autoprovision")?.Flag(),
            Driver = section.Optional("driver")?.Text(),
            DriverOptions = section.Optional("driver_opts")?.TextMap() ?? new Dictionary<string, string>(),
            Labels = section.Optional("labels")?.TextMap() ?? new Dictionary<string, string>(),
        };
        section.Done();
        if (volume is { Autoprovision: not null, Scope: not "shared" })
        {
            value.Problem("autoprovision needs 'scope: shared'", "a volume of the task is always made for it");
        }

        return name is null ? null : volume;
    }

    public static EfsVolume? Efs(DocumentValue value)
    {
        var section = value.Mapping();
        var (name, fileSystem) = (section.Required("name")?.Text(), section.Required("filesystem_id")?.Text());
        var volume = new EfsVolume(name ?? "", fileSystem ?? "", value.Location)
        {
            RootDirectory = section.Optional("root_directory")?.Text(),
            TransitEncryption = section.Optional("transit_encryption")?.Choice("ENABLED", "DISABLED"),
            TransitEncryptionPort = section.Optional("transit_encryption_port")?.WholeNumber(1, 65535),
            AccessPoint = section.Optional("access_point")?.Text(),
            Iam = section.Optional("iam")?.Choice("ENABLED", "DISABLED"),
        };
        section.Done();
        Check(volume, value);
        return name is null || fileSystem is null ? null : volume;
    }

    private static void Check(EfsVolume volume, DocumentValue value)
    {
        var needsEncryption = volume is { AccessPoint: not null } or { Iam: "ENABLED" } or { TransitEncryptionPort: not null };
        if (needsEncryption && volume.TransitEncryption != "ENABLED")
        {
            value.Problem("access_point, iam and transit_encryption_port need 'transit_encryption: ENABLED'");
        }

        if (volume is { AccessPoint: not null, RootDirectory: not (null or "/") })
        {
            value.Problem("an access point has its own root directory", "leave root_directory out");
        }
    }
}
