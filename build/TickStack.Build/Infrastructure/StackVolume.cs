using TickStack.Build.Settings;

namespace TickStack.Build.Infrastructure;

/// <summary>How the data volume is known: in the state by its address, in the account by its tags (terraform/cluster/volume.tf).</summary>
public static class StackVolume
{
    public const string Address = "aws_ebs_volume.data";

    public const string KeyAddress = "aws_kms_key.this";

    /// <summary>Only the volume in use carries it: the daily snapshots follow it too.</summary>
    public const string BackupTag = "Backup";

    public const string NameTag = "Name";

    /// <summary>Tags that tell the volume in use from every other one of the account.</summary>
    public static IReadOnlyDictionary<string, string> Tags(StackSettings settings) =>
        new Dictionary<string, string> { ["Project"] = settings.Name, [BackupTag] = settings.Name };

    /// <summary>"metrics-data".</summary>
    public static string NameOf(StackSettings settings) => $"{settings.Name}-data";

    /// <param name="state">What "terraform state pull" prints.</param>
    /// <returns>The volume's id; null when the state holds none.</returns>
    public static string? IdIn(string state) => StateResource.In(state).FirstOrDefault(resource => resource.Address == Address)?.Id;
}
