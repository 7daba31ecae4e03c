using TickStack.Build.Errors;

namespace TickStack.Build.Images;

/// <summary>The folder images/COMPONENT on disk.</summary>
public sealed class BuildContextFolder(string path)
{
    public string Path { get; } = path;

    public string Dockerfile => System.IO.Path.Combine(Path, "Dockerfile");

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
