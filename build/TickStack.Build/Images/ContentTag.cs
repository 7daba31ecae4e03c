using System.Buffers.Binary;
using TickStack.Build.Stack;

namespace TickStack.Build.Images;

/// <summary>Names an image after what it is made of: the same content always gets the same tag and other content another one. So an image is never built or
/// pushed twice and a tag never has to move.</summary>
public static class ContentTag
{
    private const int Digits = 12;

    /// <returns>"&lt;base version&gt;-&lt;12 hexadecimal digits&gt;".</returns>
    public static string Of(BaseImage baseImage, IEnumerable<ContextFile> files, IEnumerable<KeyValuePair<string, string>> buildArguments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, baseImage.Reference);
        foreach (var (name, value) in buildArguments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, "argument");
            Append(hash, name);
            Append(hash, value);
        }

        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Append(hash, file.Executable ? "executable" : "file");
            Append(hash, file.Path);
            Append(hash, file.Content.Span);
        }

        return $"{baseImage.Version}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits]}";
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    // Each part is preceded by its length, so that no two lists of parts run together into the same bytes.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}

/// <summary>The folder images/COMPONENT on disk.</summary>
public sealed class BuildContextFolder(string path)
{
    public string Path { get; } = path;

    public string Dockerfile => System.IO.Path.Combine(Path, "Dockerfile");

    public static BuildContextFolder Of(string repositoryRoot, Component component) => new(System.IO.Path.Combine(repositoryRoot, "images", component.Name));

    public BaseImage ReadBaseImage() =>
        File.Exists(Dockerfile)
            ? BaseImage.Of(Dockerfile, File.ReadAllText(Dockerfile))
            : throw new FailureException($"{Dockerfile} is missing.", "Restore it from version control.", ExitCode.InvalidInput);

    public IEnumerable<ContextFile> ReadFiles() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => new ContextFile(System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), IsExecutable(file), File.ReadAllBytes(file)));

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;
}

/// <summary>A file of a build context.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Executable">Whether it may be executed: COPY keeps that, so it is content.</param>
/// <param name="Content">The bytes.</param>
public sealed record ContextFile(string Path, bool Executable, ReadOnlyMemory<byte> Content);
