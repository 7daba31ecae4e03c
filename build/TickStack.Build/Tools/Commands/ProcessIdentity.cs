using System.Globalization;

namespace TickStack.Build.Tools.Commands;

/// <summary>
/// One process and no other: process ids are used again, so the start time belongs to it. The text is what a started process writes
/// down about itself: "4711 123456".
/// </summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartedAt">Field 22 of /proc/PID/stat (clock ticks since boot); without /proc what "ps -o lstart=" prints.</param>
public sealed record ProcessIdentity(int Pid, string StartedAt)
{
    /// <summary>Null when the text is not an identity, as in a file that a crash left empty.</summary>
    public static ProcessIdentity? Parse(string text)
    {
        var parts = text.Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var pid) && pid > 1 && parts[1].Length > 0
            ? new ProcessIdentity(pid, parts[1])
            : null;
    }

    /// <summary>
    /// Start time in a line of /proc/PID/stat, or null for a zombie: it has ended and only waits for its parent. The command's name stands in
    /// parentheses and may hold any character, so fields are counted from the last one.
    /// </summary>
    public static string? StartTimeIn(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && fields[0] is not ("Z" or "X") ? fields[19] : null;
    }

    /// <summary>Process id of the parent in a line of /proc/PID/stat.</summary>
    public static int? ParentIn(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], CultureInfo.InvariantCulture, out var parent) ? parent : null;
    }

    public override string ToString() => $"{Pid} {StartedAt}";
}
