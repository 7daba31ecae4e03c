using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tools.Terraform;

/// <summary>A copy of a root's configuration in which nothing forbids to destroy, for as long as it is in use.</summary>
public sealed class UnprotectedCopy : IDisposable
{
    private readonly string folder;

    /// <param name="folders">Where the root is, and where its copy goes.</param>
    /// <param name="root">What is copied, its lock file included: the same provider works on both.</param>
    public UnprotectedCopy(RootFolders folders, TerraformRoot root)
    {
        folder = folders.Copy(root);
        Remove();
        foreach (var file in folders.ConfigurationFiles(root))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(folders.Configuration(root), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Path.Combine(folder, DestroyOverride.FileName), DestroyOverride.Of(root));
    }

    public void Dispose() => Remove();

    // A run that was killed has left it.
    private void Remove()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
