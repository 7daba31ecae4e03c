using System.Text.RegularExpressions;
using TickStack.Build.Tools.Ec2;

namespace TickStack.Build.Infrastructure.Capacity;

/// <summary>ECS's trunk interfaces: with the account setting awsvpcTrunking, an instance takes more awsvpc tasks than it has interfaces.</summary>
/// <remarks>No call of the API says which types can: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/eni-trunking-supported-instance-types.html</remarks>
public static partial class Trunking
{
    /// <summary>How a caller turns it on; it holds for instances that are started afterwards.</summary>
    public const string Command = "aws ecs put-account-setting-default --name awsvpcTrunking --value enabled";

    private static readonly HashSet<string> Exceptions =
        ["c5n", "d3", "d3en", "g3", "g3s", "g4dn", "i3", "i3en", "m5dn", "m5n", "m5zn", "mac1", "r5b", "r5n", "r5dn", "z1d"];

    /// <summary>At least four tasks then: more than one instance of this stack ever runs.</summary>
    public static bool IsSupportedBy(InstanceTypeSpec type) => type.Nitro && !Exceptions.Contains(type.Family) && !BurstableOrHighMemory().IsMatch(type.Family);

    [GeneratedRegex(@"^(t\d|u-)")]
    private static partial Regex BurstableOrHighMemory();
}
