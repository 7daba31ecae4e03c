using System.Globalization;
using System.Text.Json;
using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Format;
using TickStack.Build.Manifests.Translation;
using LoadBalancer = Amazon.ECS.Model.LoadBalancer;

namespace TickStack.Build.Tests.Conformance;

/// <summary>One folder of Cases: the two files, how ecs-cli 1.21.0 was called with them, and the bodies that it sent.</summary>
internal sealed class ConformanceCase
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Conformance", "Cases");

    private readonly string _folder;
    private readonly JsonElement _case;
    private readonly Dictionary<string, string> _flags;

    public ConformanceCase(string name)
    {
        _folder = Path.Combine(Root, name);
        _case = JsonDocument.Parse(Read("case.json")!).RootElement;
        _flags = Flags([.. _case.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!)]);
        Context = new ReadingContext
        {
            AllowUnset = true,
            ReadFile = Read,
            Variables = _case.GetProperty("env").EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!),
        };
    }

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public ReadingContext Context { get; }

    private string ProjectName => _case.GetProperty("projectName").GetString()!;

    private IReadOnlyList<KeyValuePair<string, string>> Tags => _flags.TryGetValue("--tags", out var tags) ? [.. Pairs(tags)] : [];

    public string? Read(string file) => File.Exists(Path.Combine(_folder, file)) ? File.ReadAllText(Path.Combine(_folder, file)) : null;

    public TranslatedService Translate(IDiscoveryLookup? discovery = null) => Translate(Read, discovery);

    /// <param name="read">File name → content, where it shall not be the case's own.</param>
    /// <param name="discovery">Cloud Map services that are known.</param>
    public TranslatedService Translate(Func<string, string?> read, IDiscoveryLookup? discovery = null)
    {
        var paramsSource = read("ecs-params.yml") is { } text ? new ManifestSource("ecs-params.yml", text) : null;
        var (compose, ecsParams) = ManifestReader.Read(new ManifestSource("docker-compose.yml", read("docker-compose.yml")!), paramsSource, Context);
        return TaskDefinitionTranslator.Translate(compose, ecsParams, new TranslationOptions
        {
            ProjectName = ProjectName,
            LaunchType = _flags.GetValueOrDefault("--launch-type"),
            Tags = Tags,
            Discovery = discovery,
        });
    }

    public Amazon.ECS.Model.CreateServiceRequest CreateService(TranslatedService service) => ServiceTranslator.Translate(service, new ServiceOptions
    {
        Cluster = "monitoring",
        ServiceName = ProjectName,
        LaunchType = _flags.GetValueOrDefault("--launch-type"),
        SchedulingStrategy = _flags.GetValueOrDefault("--scheduling-strategy")?.ToUpperInvariant(),
        MinimumHealthyPercent = Number("--deployment-min-healthy-percent"),
        MaximumPercent = Number("--deployment-max-percent"),
        HealthCheckGracePeriod = Number("--health-check-grace-period"),
        LoadBalancers = _flags.TryGetValue("--target-groups", out var group) ? [TargetGroup(Pairs(group).ToDictionary())] : [],
        Tags = Tags,
        ManagedTags = !_flags.ContainsKey("--disable-ecs-managed-tags"),
    });

    private static LoadBalancer TargetGroup(Dictionary<string, string> parts) => new()
    {
        TargetGroupArn = parts["targetGroupArn"],
        ContainerName = parts["containerName"],
        ContainerPort = int.Parse(parts["containerPort"], CultureInfo.InvariantCulture),
    };

    private int? Number(string flag) => _flags.TryGetValue(flag, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string list) => list.Split(',').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

    private static Dictionary<string, string> Flags(IReadOnlyList<string> arguments) => arguments
        .Select((argument, index) => (argument, value: arguments.ElementAtOrDefault(index + 1)))
        .Where(flag => flag.argument.StartsWith("--", StringComparison.Ordinal))
        .ToDictionary(flag => flag.argument, flag => flag.value ?? "");
}
