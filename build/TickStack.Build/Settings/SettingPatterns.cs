using System.Text.RegularExpressions;

namespace TickStack.Build.Settings;

/// <summary>How AWS's identifiers are written. Syntax only: whether the thing exists, AWS says.</summary>
internal static partial class SettingPatterns
{
    [GeneratedRegex(@"^[0-9]{12}\z")]
    public static partial Regex Account { get; }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    public static partial Regex Region { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,19}[a-z0-9]\z")]
    public static partial Regex Name { get; }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    public static partial Regex Bucket { get; }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.:/@-]*\z")]
    public static partial Regex ImageReference { get; }

    [GeneratedRegex(@"^vpc-[0-9a-f]{8,17}\z")]
    public static partial Regex VpcId { get; }

    [GeneratedRegex(@"^subnet-[0-9a-f]{8,17}\z")]
    public static partial Regex SubnetId { get; }

    [GeneratedRegex(@"^ami-[0-9a-f]{8,17}\z")]
    public static partial Regex MachineImageId { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z0-9-]+\z")]
    public static partial Regex InstanceType { get; }

    [GeneratedRegex(@"^(?<class>[a-z]+)[0-9]+(?<attributes>[a-z]*)\.")]
    public static partial Regex InstanceFamily { get; }

    [GeneratedRegex(@"^(?=.{4,240}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    public static partial Regex Domain { get; }

    [GeneratedRegex(@"^(?=.{1,240}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    public static partial Regex Namespace { get; }

    // ecs-cli's project names: a family may not hold a dot by ECS's documentation, yet ecs-cli's users have them.
    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,255}\z")]
    public static partial Regex ProjectName { get; }
}
