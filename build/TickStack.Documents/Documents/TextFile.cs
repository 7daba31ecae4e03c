using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using TickStack.Failures;

namespace TickStack.Documents;

/// <summary>The text of an input file that a stranger may have named: a regular file of bounded size, in UTF-8.</summary>
public static partial class TextFile
{
    private const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">Where it is.</param>
    /// <param name="place">Its first character, as messages show it.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="FailureException">It is none that may be read.</exception>
    public static string? Read(string path, SourceLocation place)
    {
        try
        {
            return File.Exists(path) ? Text(Bytes(path, place.File), place) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException([new Problem($"'{place.File}' cannot be read: {exception.Message}")], innerException: exception);
        }
    }

    // What was opened is judged, not what had the name before. A device and a file of /proc have content without having a length.
    private static byte[] Bytes(string path, string file)
    {
        using var stream = new FileStream(Open(path), FileAccess.Read, bufferSize: 0);
        if (!stream.CanSeek)
        {
            throw NotRegular(file);
        }

        var bytes = new byte[Math.Min(stream.Length, MostBytes) + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read == bytes.Length)
        {
            throw stream.Length == 0 ? NotRegular(file) : Refused($"'{file}' is larger than {MostBytes >> 20} MiB", "name a smaller file");
        }

        return bytes[..read];
    }

    private static string Text(byte[] bytes, SourceLocation place)
    {
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, _, ..] or [_, 0, ..])
        {
            throw Refused($"'{place.File}' is in UTF-16", "save it in UTF-8");
        }

        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            var before = bytes.AsSpan(0, Math.Clamp(exception.Index, 0, bytes.Length));
            var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
            var location = place with { Line = before.Count((byte)'\n') + 1, Column = Encoding.UTF8.GetCharCount(line) + 1 };
            throw new FailureException([new Problem($"'{place.File}' is not in UTF-8 here", "save it in UTF-8", location)], innerException: exception);
        }
    }

    private static FailureException NotRegular(string file) => Refused($"'{file}' is not a regular file", "name one, or a link to one");

    private static FailureException Refused(string message, string? remedy) => new([new Problem(message, remedy)]);

    // .NET waits for the other end of a named pipe while it opens it.
    private static SafeFileHandle Open(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.OpenHandle(path);
        }

        var handle = new SafeFileHandle(Open(path, OperatingSystem.IsMacOS() ? OpenFlags.MacOs : OpenFlags.Linux), ownsHandle: true);
        return handle.IsInvalid ? throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())) : handle;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, OpenFlags flags);

    /// <summary>To read only, without waiting, and not for child processes; the numbers differ between systems.</summary>
    private enum OpenFlags
    {
        Linux = 0x80800,
        MacOs = 0x1000004,
    }
}
