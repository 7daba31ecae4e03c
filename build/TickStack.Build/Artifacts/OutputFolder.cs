namespace TickStack.Build.Artifacts;

/// <summary>A folder that someone named for the results. All files of one result are replaced together, or none is.</summary>
public sealed class OutputFolder(string path)
{
    /// <param name="files">Name → text.</param>
    /// <exception cref="FailureException">They cannot be written; the files that were there are as they were.</exception>
    public void Write(IReadOnlyDictionary<string, string> files)
    {
        var staged = files.Select(file => (File: new StagedFile(Path.Combine(path, file.Key)), Text: file.Value)).ToList();
        var replaced = new Stack<(string File, string? Former)>();
        try
        {
            staged.ForEach(each => each.File.Stage(each.Text));
            staged.ForEach(each => replaced.Push(Replace(each.File)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Restore(replaced);
            throw new FailureException(
                $"{path} cannot be written: {exception.Message}", FileTrouble.Remedy(exception), ExitCode.Unavailable, exception);
        }
        finally
        {
            staged.ForEach(each => each.File.Dispose());
            replaced.Select(each => each.Former).OfType<string>().ToList().ForEach(File.Delete);
        }
    }

    private static (string File, string? Former) Replace(StagedFile file)
    {
        var former = File.Exists(file.Place) ? $"{file.Place}.{Environment.ProcessId}.old" : null;
        file.Replace(former);
        return (file.Place, former);
    }

    private static void Restore(Stack<(string File, string? Former)> replaced)
    {
        foreach (var (file, former) in replaced)
        {
            if (former is null)
            {
                File.Delete(file);
            }
            else
            {
                File.Move(former, file, overwrite: true);
            }
        }
    }
}
