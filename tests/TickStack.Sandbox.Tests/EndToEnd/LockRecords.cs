namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What a run writes down about the terraforms that take the lock on a root's state.</summary>
internal static class LockRecords
{
    public static IReadOnlyList<string> Of(StackTree tree, string root) => Directory.Exists(Folder(tree, root))
        ? [.. Directory.EnumerateFiles(Folder(tree, root), "*.json").Select(File.ReadAllText)]
        : [];

    /// <summary>Whether the id of a lock stands in one of them.</summary>
    public static bool NamesALock(StackTree tree, string root) => Of(tree, root).Any(record => record.Contains("\"lockId\": \"", StringComparison.Ordinal));

    public static void Delete(StackTree tree, string root) => Directory.Delete(Folder(tree, root), recursive: true);

    private static string Folder(StackTree tree, string root) => tree.PathOf($"artifacts/sandbox/terraform/{root}/locks");
}
