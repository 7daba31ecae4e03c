using System.Diagnostics;

namespace TickStack.Build.Processes;

/// <summary>Starts programs in sessions of their own, where Ctrl+C does not reach them: it comes to this process alone, and this process tells each child,
/// once. A process cannot know whether the terminal has told its children too, so they are put where it cannot. setsid(1) becomes the program: process id,
/// outputs and exit code are the program's.</summary>
internal static class OwnSession
{
    private const string DefaultInterrupt = "--default-signal=INT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Lazy<string[]> Launcher = new(FindLauncher);

    /// <summary>Where that cannot be done, or the program cannot be started at all, it is started as it is: then .NET's own error says why.</summary>
    /// <param name="start">The program's start, which becomes setsid's.</param>
    /// <returns>Whether the process will lead a group that the terminal's Ctrl+C does not reach.</returns>
    public static bool Enter(ProcessStartInfo start)
    {
        if (Launcher.Value is not [var launcher, .. var options] || Programs.OfProcesses.Find(start.FileName) is not { } file
            || !ExecutableFile.IsKnownForm(file))
        {
            return false;
        }

        start.FileName = launcher;
        PutFirst(start, [.. TakesAsProgram(file) ? options : [], file]);
        return true;
    }

    // Arguments stand in the one or in the other, and never in both.
    private static void PutFirst(ProcessStartInfo start, IReadOnlyList<string> words)
    {
        if (start.Arguments.Length > 0)
        {
            start.Arguments = string.Join(' ', [.. words.Select(word => word.Quote()), start.Arguments]);
            return;
        }

        for (var place = 0; place < words.Count; place++)
        {
            start.ArgumentList.Insert(place, words[place]);
        }
    }

    // env takes a word with "=" for a variable, and the next one for the program.
    private static bool TakesAsProgram(string file) => !file.Contains('=', StringComparison.Ordinal);

    private static string[] FindLauncher() => (OperatingSystem.IsLinux() ? Programs.OnPath.Find("setsid") : null, DefaultingEnv()) switch
    {
        (null, _) => [],
        ({ } setsid, null) => [setsid],
        ({ } setsid, { } env) => [setsid, env, DefaultInterrupt],
    };

    // A shell without job control starts what it leaves in the background with SIGINT ignored, and so would its children be: a shell script
    // cannot even trap it then. Only env of coreutils knows the option.
    private static string? DefaultingEnv() =>
        IgnoresInterrupt() && Programs.OnPath.Find("env") is { } env && Succeeds(env, DefaultInterrupt, "true") ? env : null;

    private static bool IgnoresInterrupt()
    {
        const string Field = "SigIgn:";
        const ulong Interrupt = 1 << (Signal.Sigint - 1);
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } ignored
            && (ulong.Parse(ignored[Field.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        return process!.WaitForExit(Patience) && process.ExitCode == 0;
    }
}

/// <summary>Looks into a file that may be executed.</summary>
internal static class ExecutableFile
{
    /// <summary>A script, or a program for this machine. Of anything else the kernel would say that it cannot be executed; setsid would hand it to a
    /// shell.</summary>
    public static bool IsKnownForm(string file)
    {
        try
        {
            var header = Header(file);
            return header.AsSpan().StartsWith("#!"u8) || (Environment.ProcessPath is { } own && Machine(header).SequenceEqual(Machine(Header(own))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] Header(string file)
    {
        using var stream = File.OpenRead(file);
        var header = new byte[20];
        stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return header;
    }

    // ELF's mark with word size and byte order, and the processor.
    private static byte[] Machine(byte[] header) => [.. header[..6], .. header[18..20]];
}
