using System.Diagnostics;
using System.Globalization;

namespace TickStack.Build.Tools.Processes;

/// <summary>
/// Starts programs in sessions of their own, where Ctrl+C does not reach them: it comes to this process alone, and this process tells
/// each child, once. A process cannot know whether the terminal has told its children too, so they are put where it cannot.
/// setsid(1) becomes the program: process id, outputs and exit code are the program's.
/// </summary>
internal static class OwnSession
{
    private const string DefaultInterrupt = "--default-signal=INT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Lazy<string[]> Launcher = new(FindLauncher);

    /// <summary>Where that cannot be done, or the program cannot be started at all, it is started as it is: then .NET's own error says why.</summary>
    public static ProgramStart Of(string program) => Launcher.Value is [var launcher, .. var options] && Executable.Find(program) is { } file
        ? new ProgramStart(launcher, [.. options, file], InOwnSession: true)
        : new ProgramStart(program, [], InOwnSession: false);

    private static string[] FindLauncher() => (OperatingSystem.IsLinux() ? Executable.OnPath("setsid") : null, DefaultingEnv()) switch
    {
        (null, _) => [],
        ({ } setsid, null) => [setsid],
        ({ } setsid, { } env) => [setsid, env, DefaultInterrupt],
    };

    // A shell without job control starts what it leaves in the background with SIGINT ignored, and so would its children be: a shell script
    // cannot even trap it then. Only env of coreutils knows the option.
    private static string? DefaultingEnv() => IgnoresInterrupt() && Executable.OnPath("env") is { } env && Succeeds(env, DefaultInterrupt, "true") ? env : null;

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
