using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>
/// Settings whose public properties are the options of a docker command: <c>BuildArg</c> is <c>--build-arg</c>, <c>true</c> a bare flag,
/// an array one option per element. What is null, false or empty is left out.
/// </summary>
/// <remarks>
/// As in the official package this holds for the inherited properties too: a <see cref="ToolSettings.ToolTimeout"/> or
/// <see cref="ToolSettings.NoWorkingDirectory"/> reaches docker as an option that it does not know. Leave both alone.
/// </remarks>
public abstract class AutoToolSettings : ToolSettings;

/// <summary>Renders a settings property otherwise than as <c>--its-name "its value"</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class AutoPropertyAttribute : Attribute
{
    /// <summary>A composite format: <c>{0}</c> is the option's name without dashes, <c>{1}</c> the value. The result is not quoted.</summary>
    public string Format { get; set; }
}
