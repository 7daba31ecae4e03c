using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TickStack.Build.Processes;

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
        ? new ProgramStart(launcher, [.. TakesAsProgram(file) ? options : [], file], InOwnSession: true)
        : new ProgramStart(program, [], InOwnSession: false);

    // env takes a word with "=" for a variable, and the next one for the program.
    private static bool TakesAsProgram(string file) => !file.Contains('=', StringComparison.Ordinal);

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

/// <summary>How a program is started.</summary>
/// <param name="File">What is executed.</param>
/// <param name="Leading">Arguments before the program's own: the program itself, where another one becomes it.</param>
/// <param name="InOwnSession">The process leads a group that the terminal's Ctrl+C does not reach.</param>
internal sealed record ProgramStart(string File, IReadOnlyList<string> Leading, bool InOwnSession);

/// <summary>Finds the file that a program's name stands for.</summary>
internal static partial class Executable
{
    private const int MayExecute = 1;

    /// <summary>Where .NET would find it; null when it would not, or when the file is none that can be started.</summary>
    public static string? Find(string program) => InFolders(program, Folders()) is { } file && IsKnownForm(file) ? file : null;

    public static string? OnPath(string program) => InFolders(program, Path());

    private static string? InFolders(string program, IEnumerable<string> folders) =>
        folders.Select(folder => System.IO.Path.Combine(folder, program)).Where(File.Exists).FirstOrDefault(file => Access(file, MayExecute) == 0);

    // In .NET's own order; an absolute path is the same in each.
    private static IEnumerable<string> Folders() => [System.IO.Path.GetDirectoryName(Environment.ProcessPath) ?? "", Environment.CurrentDirectory, .. Path()];

    private static string[] Path() => Environment.GetEnvironmentVariable("PATH")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // A script, or a program for this machine. Of anything else the kernel would say that it cannot be executed; setsid would hand it to a shell.
    private static bool IsKnownForm(string file)
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

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
