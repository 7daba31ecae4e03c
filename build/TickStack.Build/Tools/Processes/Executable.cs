using System.Runtime.InteropServices;

namespace TickStack.Build.Tools.Processes;

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
