using Cake.Core.Diagnostics;

namespace TickStack.Build.Reporting;

internal static class CakeLogExtensions
{
    /// <summary>Writes a text as it is: Cake's log would take braces for arguments, and paints arguments in colours of their own.</summary>
    public static void Plain(this ICakeLog log, Verbosity verbosity, string text)
    {
        var level = verbosity > Verbosity.Normal ? LogLevel.Verbose : LogLevel.Information;
        log.Write(verbosity, level, text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }
}
