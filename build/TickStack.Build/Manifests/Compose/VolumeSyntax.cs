using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

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
