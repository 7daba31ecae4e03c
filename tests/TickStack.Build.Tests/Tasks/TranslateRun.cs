using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;
using TickStack.Build.Tests.Ecs;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

/// <summary>Translate as the command line starts it, called from a folder of its own.</summary>
internal sealed class TranslateRun : IDisposable, IWarningReport, IStepReport
{
    private readonly string folder = Directory.CreateTempSubdirectory("translate").FullName;

    public List<string> Warnings { get; } = [];

    public List<string> Notes { get; } = [];

    public TranslateRun With(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    /// <summary>With --compose=c.yml, --project-name=web and --output=out.</summary>
    public TranslateRun Translate(params string[] arguments) =>
        Translate(["--target=Translate", "--compose=c.yml", "--project-name=web", "--output=out", .. arguments], new Dictionary<string, string>());

    public TranslateRun Translate(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var run = new TargetRun(new SimulatedTime(), [.. arguments]);
        run.With(TaskGraph.Grammar.Parse(arguments) with { Folder = folder }).With(new ProcessVariables(environment)).With<IWarningReport>(this)
            .With<IStepReport>(this);
        run.RunAsync("Translate").GetAwaiter().GetResult();
        return this;
    }

    public string Read(string file) => File.ReadAllText(PathOf(Path.Combine("out", file)));

    /// <summary>Names of all that lies in a folder; none when there is no folder.</summary>
    public IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(PathOf(folder)) ? [.. Directory.GetFiles(PathOf(folder)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)] : [];

    public void Warn(Problem warning) => Warnings.Add(warning.ToString().ReplaceLineEndings("\n"));

    public void Note(string text) => Notes.Add(text);

    public void Started(string name)
    {
    }

    public void Finished(string name, TimeSpan elapsed)
    {
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string PathOf(string file) => Path.Combine(folder, file);
}
