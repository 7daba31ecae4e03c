namespace TickStack.Build.Artifacts;

/// <summary>
/// A file that is written beside its place, and put there in one step: who reads it at the same time, or after a run that was killed,
/// finds the former text or the new one, never a part of either.
/// </summary>
/// <param name="place">The file's path; its folder is made when it is missing.</param>
public sealed class StagedFile(string place) : IDisposable
{
    // Of a name that no other run has at the same time.
    private readonly string staged = $"{place}.{Guid.NewGuid():N}.tmp";

    public string Place { get; } = place;

    /// <param name="place">In a folder of ours: where a folder has come in its place, that goes.</param>
    /// <param name="text">What is to stand there.</param>
    public static void Write(string place, string text)
    {
        using var file = new StagedFile(place);
        file.ClearPlace();
        file.Stage(text);
        file.Replace();
    }

    public void Stage(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        File.WriteAllText(staged, text);
    }

    /// <param name="former">Where the file that is replaced goes on; null: nowhere, or there is none. It is not copied, so a full disk is no obstacle.</param>
    public void Replace(string? former = null)
    {
        if (former is null)
        {
            File.Move(staged, Place, overwrite: true);
        }
        else
        {
            File.Replace(staged, Place, former);
        }
    }

    /// <summary>Nothing is left of what was staged and has replaced nothing.</summary>
    public void Dispose()
    {
        // Its folder may not be there either, which File.Delete does not take for done.
        if (File.Exists(staged))
        {
            File.Delete(staged);
        }
    }

    private void ClearPlace()
    {
        if (Directory.Exists(Place))
        {
            Directory.Delete(Place, recursive: true);
        }
    }
}
