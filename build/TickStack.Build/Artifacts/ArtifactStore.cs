namespace TickStack.Build.Artifacts;

/// <summary>Keeps each stage's result under artifacts/ENVIRONMENT/, where the next stage finds it: so any target runs alone, in another process or in another
/// CI job.</summary>
public sealed class ArtifactStore(string folder)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public string Folder { get; } = folder;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write<T>(string name, T value) => WriteText(name, JsonSerializer.Serialize(value, Json) + "\n");

    /// <summary>Whole or not at all: a run that is killed here leaves the previous file.</summary>
    public void WriteText(string name, string text) => StagedFile.Write(PathOf(name), text);

    /// <param name="name">File name below the folder.</param>
    /// <param name="target">The target that makes it, named when it is missing.</param>
    public T Read<T>(string name, string target)
    {
        var path = PathOf(name);
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json)
                ?? throw new JsonException("it is empty");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FailureException($"{path} is missing.", $"Run --target={target} first; it writes the file.", ExitCode.Unavailable, exception);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? "it is a folder." : exception.Message;
            throw new FailureException($"{path} cannot be read: {reason}", $"Delete it and run --target={target}.", ExitCode.Unavailable, exception);
        }
    }

    /// <summary>For a run that can do without it.</summary>
    /// <returns>Null when it is missing, and when it is not what was written.</returns>
    public T? Find<T>(string name)
        where T : class
    {
        try
        {
            return Read<T>(name, target: "");
        }
        catch (FailureException)
        {
            return null;
        }
    }

    public void Delete(string name)
    {
        DeleteAll(name);

        // Its folder may not be there either, which File.Delete does not take for done.
        if (Holds(name))
        {
            File.Delete(PathOf(name));
        }
    }

    /// <summary>Deletes a folder with every result in it.</summary>
    public void DeleteAll(string folder)
    {
        if (Directory.Exists(PathOf(folder)))
        {
            Directory.Delete(PathOf(folder), recursive: true);
        }
    }

    /// <summary>Names of the results in a folder, as the other methods take them.</summary>
    public IReadOnlyList<string> Names(string folder) => Directory.Exists(PathOf(folder))
        ? [.. Directory.EnumerateFiles(PathOf(folder), "*.json").Select(file => Path.Combine(folder, Path.GetFileName(file)))]
        : [];

    public bool Holds(string name) => File.Exists(PathOf(name));
}
