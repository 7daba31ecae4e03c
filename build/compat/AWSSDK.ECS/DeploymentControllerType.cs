using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class DeploymentControllerType : ConstantClass
{
    public static readonly DeploymentControllerType ECS = new("ECS");
    public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");
    public static readonly DeploymentControllerType EXTERNAL = new("EXTERNAL");

    public DeploymentControllerType(string value)
        : base(value)
    {
    }

    public static DeploymentControllerType FindValue(string value) => FindValue<DeploymentControllerType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeploymentControllerType?(string? value) => value is null ? null : FindValue(value);
}
