namespace TickStack.Build.Images;

/// <summary>A file of a build context.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Executable">Whether it may be executed: COPY keeps that, so it is content.</param>
/// <param name="Content">The bytes.</param>
public sealed record ContextFile(string Path, bool Executable, ReadOnlyMemory<byte> Content);
