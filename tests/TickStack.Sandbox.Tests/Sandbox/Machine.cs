using System.Globalization;

namespace TickStack.Sandbox.Tests.Sandbox;

public static class Machine
{
    /// <summary>How many processes of this machine have the text in their command line.</summary>
    public static async Task<int> RunningWithAsync(string text)
    {
        var count = 0;
        var processes = Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out _));
        foreach (var process in processes)
        {
            try
            {
                count += (await File.ReadAllTextAsync(Path.Combine(process, "cmdline"))).Contains(text, StringComparison.Ordinal) ? 1 : 0;
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return count;
    }
}
