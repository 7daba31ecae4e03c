using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Compose;

/// <summary>devices: "host[:container[:rwm]]".</summary>
internal static class DeviceSyntax
{
    private static readonly Dictionary<char, string> Permissions = new() { ['r'] = "read", ['w'] = "write", ['m'] = "mknod" };

    public static IReadOnlyList<DeviceMapping> Read(DocumentValue value) => [.. value.List().Select(Entry).OfType<DeviceMapping>()];

    private static DeviceMapping? Entry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var parts = text.Split(':');
        var letters = parts.ElementAtOrDefault(2) ?? "";
        if (parts.Length <= 3 && parts.Take(2).All(path => path.StartsWith('/')) && letters.All(Permissions.ContainsKey))
        {
            return new DeviceMapping(parts[0], parts.ElementAtOrDefault(1), [.. Permissions.Where(pair => letters.Contains(pair.Key)).Select(pair => pair.Value)]);
        }

        item.Problem($"'{text}' is no device", "write /dev/host, /dev/host:/dev/container or /dev/host:/dev/container:rwm");
        return null;
    }
}
