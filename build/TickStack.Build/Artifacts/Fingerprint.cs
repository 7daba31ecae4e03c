namespace TickStack.Build.Artifacts;

/// <summary>Tells whether what something was made from is still what is there now: 64 hex digits.</summary>
public static class Fingerprint
{
    /// <param name="words">The order counts. A secret among them cannot be read back from the result.</param>
    public static string OfText(params IEnumerable<string> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', words))));

    /// <param name="parts">Name → text; their order does not count.</param>
    public static string OfParts(IEnumerable<KeyValuePair<string, string>> parts) =>
        OfText(parts.OrderBy(part => part.Key, StringComparer.Ordinal).SelectMany(part => new[] { part.Key, part.Value }));

    /// <param name="folder">Every file below counts, by relative path and content, but for what Python compiles there.</param>
    public static string OfFolder(string folder) => OfText(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("__pycache__", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => new[] { Path.GetRelativePath(folder, file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) }));
}
