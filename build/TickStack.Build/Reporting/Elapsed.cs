using System.Globalization;

namespace TickStack.Build.Reporting;

/// <summary>How long something took, as people say it.</summary>
public static class Elapsed
{
    /// <returns>"2.1 s", or "1 min 04 s".</returns>
    public static string Text(TimeSpan duration) => duration.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds:00} s");
}
