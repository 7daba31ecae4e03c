using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class SettingName : ConstantClass
{
    public static readonly SettingName AwsvpcTrunking = new("awsvpcTrunking");
    public static readonly SettingName ContainerInsights = new("containerInsights");
    public static readonly SettingName ContainerInstanceLongArnFormat = new("containerInstanceLongArnFormat");
    public static readonly SettingName DefaultLogDriverMode = new("defaultLogDriverMode");
    public static readonly SettingName FargateFIPSMode = new("fargateFIPSMode");
    public static readonly SettingName FargateTaskRetirementWaitPeriod = new("fargateTaskRetirementWaitPeriod");
    public static readonly SettingName GuardDutyActivate = new("guardDutyActivate");
    public static readonly SettingName ServiceLongArnFormat = new("serviceLongArnFormat");
    public static readonly SettingName TagResourceAuthorization = new("tagResourceAuthorization");
    public static readonly SettingName TaskLongArnFormat = new("taskLongArnFormat");

    public SettingName(string value)
        : base(value)
    {
    }

    public static SettingName FindValue(string value) => FindValue<SettingName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SettingName?(string? value) => value is null ? null : FindValue(value);
}
