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

    private readonly string _folder;
    private readonly JsonElement _case;
    private readonly TranslateOptions _options;

    public ConformanceCase(string name)
    {
        _folder = Path.Combine(Root, name);
        _case = JsonDocument.Parse(Read("case.json")!).RootElement;
        Environment = _case.GetProperty("env").EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!);
        Context = new ReadingContext { AllowUnset = true, ReadFile = Read, Variables = Environment };
        _options = TranslateOptions.Read(TaskGraph.Grammar.Parse(Arguments("unused")));
    }

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Environment { get; }

    public ReadingContext Context { get; }

    /// <summary>The same call as ecs-cli's, of Translate: it takes the flags of "service up" as they are.</summary>
    public IReadOnlyList<string> Arguments(string output) =>
    [
        "--target=Translate",
        $"--compose={Path.Combine(_folder, "docker-compose.yml")}",
        $"--project-name={_case.GetProperty("projectName").GetString()}",
        "--cluster=monitoring",
        "--allow-unset",
        $"--output={output}",
        .. _case.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!),
    ];

    public string? Read(string file) => File.Exists(Path.Combine(_folder, file)) ? File.ReadAllText(Path.Combine(_folder, file)) : null;

    public TranslatedService Translate(IDiscoveryLookup? discovery = null) => Translate(Read, discovery);

    /// <param name="read">File name → content, where it shall not be the case's own.</param>
    /// <param name="discovery">Cloud Map services that are known.</param>
    public TranslatedService Translate(Func<string, string?> read, IDiscoveryLookup? discovery = null)
    {
        var paramsSource = read("ecs-params.yml") is { } text ? new ManifestSource("ecs-params.yml", text) : null;
        var (compose, ecsParams) = ManifestReader.Read(new ManifestSource("docker-compose.yml", read("docker-compose.yml")!), paramsSource, Context);
        return TaskDefinitionTranslator.Translate(compose, ecsParams, _options.Service with { Discovery = discovery });
    }

    public Amazon.ECS.Model.CreateServiceRequest CreateService(TranslatedService service) => ServiceTranslator.Translate(service, _options.Service);
}
