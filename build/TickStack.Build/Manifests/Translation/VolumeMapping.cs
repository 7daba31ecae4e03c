using Amazon.ECS.Model;
using TickStack.Build.Manifests.Format;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

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
