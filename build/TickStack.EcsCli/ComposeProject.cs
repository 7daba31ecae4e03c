namespace TickStack.EcsCli;

/// <summary>A compose file on disk, with what lies beside it: ecs-params.yml, .env, and the files that it names itself.</summary>
/// <param name="folder">Where relative paths begin; messages show them as they are given.</param>
/// <param name="composeFile">Path of the compose file.</param>
/// <param name="paramsFile">Path of the ECS parameters; null: ecs-params.yml beside the compose file, if there is one.</param>
public sealed class ComposeProject(string folder, string composeFile, string? paramsFile)
{
    private const string DefaultParamsFile = "ecs-params.yml";
    private const string DotEnv = ".env";

    /// <param name="environment">Variables, over those of .env.</param>
    /// <param name="allowUnset">A variable that neither has is blank, with a warning.</param>
    /// <param name="cancellationToken">The run's token.</param>
    /// <exception cref="FailureException">Everything that is wrong with the files, or that one is not there.</exception>
    public (ComposeFile Compose, EcsParams EcsParams, IReadOnlyList<Problem> Warnings) Read(
        IReadOnlyDictionary<string, string> environment,
        bool allowUnset,
        CancellationToken cancellationToken)
    {
        var (compose, ecsParams) = Sources();
        var variables = new Dictionary<string, string>(environment);
        var context = new ReadingContext { Variables = variables, AllowUnset = allowUnset, ReadFile = TextOf, Cancellation = cancellationToken };
        if (TextOf(Beside(DotEnv)) is { } text)
        {
            DotEnvFile.Fill(new ManifestSource(Beside(DotEnv), text), variables, context);
        }

        var (composeFile, paramsFile) = ManifestReader.Read(compose, ecsParams, context);
        return (composeFile, paramsFile, context.Warnings.Problems);
    }

    private (ManifestSource Compose, ManifestSource? EcsParams) Sources()
    {
        var problems = new ProblemLog();
        var compose = Source(composeFile, problems);
        var ecsParams = paramsFile is { } file ? Source(file, problems) : Optional(Beside(DefaultParamsFile));
        problems.ThrowIfAny();
        return (compose!, ecsParams);
    }

    private ManifestSource? Source(string file, ProblemLog problems)
    {
        var source = Optional(file);
        if (source is null)
        {
            problems.Add($"there is no file '{file}'", $"paths begin in {folder}");
        }

        return source;
    }

    private ManifestSource? Optional(string file) => TextOf(file) is { } text ? new ManifestSource(file, text) : null;

    private string Beside(string file) => Path.Combine(Path.GetDirectoryName(composeFile) ?? "", file);

    private string? TextOf(string file) => TextFile.Read(Path.Combine(folder, file), new SourceLocation(file, 1, 1));
}
