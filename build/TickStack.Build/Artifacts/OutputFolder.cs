using TickStack.Failures;

namespace TickStack.Build.Artifacts;

/// <summary>A folder that someone named for the results. All files of one result are replaced together, or none is.</summary>
public sealed class OutputFolder(string path)
{
    /// <param name="files">Name → text.</param>
    /// <exception cref="FailureException">They cannot be written; the files that were there are as they were.</exception>
    public void Write(IReadOnlyDictionary<string, string> files)
    {
        var replaced = new Stack<(string File, string? Former)>();
        try
        {
            Directory.CreateDirectory(path);
            foreach (var (name, text) in files)
            {
                File.WriteAllText(Staged(name), text);
            }

            foreach (var name in files.Keys)
            {
                replaced.Push(Replace(name));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Restore(replaced);
            throw new FailureException($"{path} cannot be written: {exception.Message}", "Name a folder that you may write to.", ExitCode.InvalidInput, exception);
        }
        finally
        {
            Clean(files.Keys, replaced);
        }
    }

    private static string Backup(string file) => $"{file}.{Environment.ProcessId}.old";

    private string Staged(string name) => Path.Combine(path, $"{name}.{Environment.ProcessId}.tmp");

    private (string File, string? Former) Replace(string name)
    {
        var file = Path.Combine(path, name);
        var former = File.Exists(file) ? Backup(file) : null;
        if (former is not null)
        {
            File.Copy(file, former, overwrite: true);
        }

        File.Move(Staged(name), file, overwrite: true);
        return (file, former);
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

    private void Clean(IEnumerable<string> names, Stack<(string File, string? Former)> replaced)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        foreach (var leftover in names.Select(Staged).Concat(replaced.Select(pair => pair.Former).OfType<string>()))
        {
            File.Delete(leftover);
        }
    }
}
