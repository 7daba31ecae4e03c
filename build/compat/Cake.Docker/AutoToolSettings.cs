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
