using System.Text.Json;
using TickStack.Build.Tasks;
using TickStack.EcsCli;
using TickStack.EcsCli.Format;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Tests.EcsCli.Conformance;

/// <summary>One folder of Cases: the two files, how ecs-cli 1.21.0 was called with them, and the bodies that it sent.</summary>
internal sealed class ConformanceCase
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "EcsCli", "Conformance", "Cases");

    private readonly string folder;
    private readonly JsonElement document;
    private readonly TranslateOptions options;

    public ConformanceCase(string name)
    {
        folder = Path.Combine(Root, name);
        document = JsonDocument.Parse(Read("case.json")!).RootElement;
        Environment = document.GetProperty("env").EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!);
        Context = new ReadingContext { AllowUnset = true, ReadFile = Read, Variables = Environment };
        options = TranslateOptions.Read(TaskGraph.Grammar.Parse(Arguments("unused")));
    }

    public static IReadOnlyList<string> Names { get; } = [
        .. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Environment { get; }

    public ReadingContext Context { get; }

    /// <summary>The same call as ecs-cli's, of Translate: it takes the flags of "service up" as they are.</summary>
    public IReadOnlyList<string> Arguments(string output) =>
    [
        "--target=Translate",
        $"--compose={Path.Combine(folder, "docker-compose.yml")}",
        $"--project-name={document.GetProperty("projectName").GetString()}",
        "--cluster=monitoring",
        "--allow-unset",
        $"--output={output}",
        .. document.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!),
    ];

    public string? Read(string file) => File.Exists(Path.Combine(folder, file)) ? File.ReadAllText(Path.Combine(folder, file)) : null;

    public TranslatedService Translate(IDiscoveryLookup? discovery = null) => Translate(Read, discovery);

    /// <param name="read">File name → content, where it shall not be the case's own.</param>
    /// <param name="discovery">Cloud Map services that are known.</param>
    public TranslatedService Translate(Func<string, string?> read, IDiscoveryLookup? discovery = null)
    {
        var paramsSource = read("ecs-params.yml") is { } text ? new ManifestSource("ecs-params.yml", text) : null;
        var (compose, ecsParams) = ManifestReader.Read(new ManifestSource("docker-compose.yml", read("docker-compose.yml")!), paramsSource, Context);
        return TaskDefinitionTranslator.Translate(compose, ecsParams, options.Service with { Discovery = discovery });
    }

    public Amazon.ECS.Model.CreateServiceRequest CreateService(TranslatedService service) => ServiceTranslator.Translate(service, options.Service);
}
