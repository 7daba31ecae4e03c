using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Cake.Core;
using Cake.Core.IO;

namespace Cake.Docker.Arguments;

/// <summary>The command line of a docker command: its name, the settings as options, the operands as they are.</summary>
internal static class SettingsArguments
{
    private const BindingFlags Options = BindingFlags.Public | BindingFlags.Instance;

    public static ProcessArgumentBuilder Render<TSettings>(string command, TSettings settings, IEnumerable<string> operands)
        where TSettings : AutoToolSettings
    {
        var arguments = new ProcessArgumentBuilder().Append(command);
        foreach (var property in typeof(TSettings).GetProperties(Options))
        {
            if (property.GetValue(settings) is { } value) arguments.AppendOption(property, value);
        }

        foreach (var operand in operands) arguments.Append(operand);
        return arguments;
    }

    private static void AppendOption(this ProcessArgumentBuilder arguments, PropertyInfo property, object value)
    {
        var name = OptionName.Of(property.Name);
        if (property.GetCustomAttribute<AutoPropertyAttribute>() is { Format: { } format })
        {
            arguments.Append(string.Format(CultureInfo.InvariantCulture, format, name, value));
        }
        else
        {
            arguments.AppendOption($"--{name}", value);
        }
    }

    private static void AppendOption(this ProcessArgumentBuilder arguments, string option, object value)
    {
        switch (value)
        {
            case true:
                arguments.Append(option);
                break;
            case string { Length: > 0 } text:
                arguments.AppendSwitchQuoted(option, text);
                break;
            case string[] texts:
                foreach (var text in texts) arguments.AppendOption(option, text);
                break;
            case int number:
                arguments.AppendSwitch(option, number.ToString(CultureInfo.InvariantCulture));
                break;
            case TimeSpan time:
                arguments.AppendSwitch(option, $"{Math.Floor(time.TotalHours)}h{time.Minutes}m{time.Seconds}s");
                break;
        }
    }
}

internal static partial class OptionName
{
    /// <summary><c>BuildArg</c> as <c>build-arg</c>; every capital starts a word.</summary>
    public static string Of(string property) => InnerCapital().Replace(property, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
