using Amazon.ECS.Model;
using TickStack.Build.Artifacts;
using TickStack.Build.Options;
using TickStack.EcsCli;
using TickStack.EcsCli.Translation;
using KeyValuePair = System.Collections.Generic.KeyValuePair;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tasks;

/// <summary>Any two files in ecs-cli's format → the bodies of the requests to ECS.</summary>
[TaskName("Translate")]
[TaskDescription("Writes the requests to ECS that a compose file and its ecs-params stand for, as ecs-cli would send them; calls nothing")]
public sealed class TranslateTask : StackTask
{
    public const string TaskDefinitionFile = "register-task-definition.json";
    public const string ServiceFile = "create-service.json";

    private const int MostWarnings = 20;

    public override IReadOnlyList<KnownOption> Options => TranslateOptions.Known;

    protected override Task ExecuteAsync(BuildContext context)
    {
        var options = TranslateOptions.Read(context.CommandLine);
        var problems = new ProblemLog();
        ServiceChecks.Check(options.Service, problems);
        var service = problems.Collect(() => Translate(context, options));
        problems.ThrowIfAny();
        Write(context, options, new Dictionary<string, string>
        {
            [TaskDefinitionFile] = EcsJson.Text(service!.TaskDefinition),
            [ServiceFile] = EcsJson.Text(ServiceTranslator.Translate(service, options.Service)),
        });
        return Task.CompletedTask;
    }

    private static TranslatedService Translate(BuildContext context, TranslateOptions options)
    {
        var project = new ComposeProject(options.Folder, options.Compose, options.EcsParams);
        var (compose, ecsParams, skipped) = project.Read(context.Variables.All, options.AllowUnset, context.Cancellation);
        if (options.Service.Discovery is not null && ecsParams.ServiceDiscovery is null)
        {
            throw new FailureException(
                [new Problem("--service-registry-arn is given, but ecs-params has no service_discovery", "leave it out, or add run_params.service_discovery")]);
        }

        var service = TaskDefinitionTranslator.Translate(compose, ecsParams, options.Service);
        Warn(context, [.. skipped, .. service.Warnings]);
        return service;
    }

    private static void Warn(BuildContext context, IReadOnlyList<Problem> warnings)
    {
        foreach (var warning in warnings.Take(MostWarnings))
        {
            context.Warnings.Warn(warning);
        }

        if (warnings.Count > MostWarnings)
        {
            context.Warnings.Warn(new Problem($"… and {warnings.Count - MostWarnings} more"));
        }
    }

    private static void Write(BuildContext context, TranslateOptions options, IReadOnlyDictionary<string, string> files)
    {
        new OutputFolder(Path.Combine(options.Folder, options.Output)).Write(files);
        foreach (var file in files.Keys)
        {
            context.Steps.Note($"wrote {Path.Combine(options.Output, file)}");
        }
    }
}

/// <summary>What Translate is asked for. The options' names are ecs-cli's where it has them. Null: it was not said.</summary>
public sealed partial record TranslateOptions : ITargetOptions<TranslateOptions>
{
    private static readonly KnownOption ComposeOption = new(
        "compose",
        OptionValue.Any("FILE", "the path of a compose file"),
        "Compose file to translate; a .env beside it gives the variables that the environment lacks")
    { IsRequired = true };

    private static readonly KnownOption EcsParamsOption = new(
        "ecs-params",
        OptionValue.Any("FILE", "the path of an ecs-params file"),
        "ECS parameters (ecs-params.yml beside the compose file, if there is one)");

    private static readonly KnownOption ProjectNameOption = new(
        "project-name",
        new("NAME", "a name of up to 255 letters, digits, dots, hyphens and underscores", text => ProjectNamePattern().IsMatch(text)),
        "Family of the task definition and name of the service")
    { IsRequired = true };

    private static readonly KnownOption OutputOption = new(
        "output",
        OptionValue.Any("FOLDER", "the path of a folder"),
        "Folder for register-task-definition.json and create-service.json; made when missing")
    { IsRequired = true };

    private static readonly KnownOption ClusterOption = new(
        "cluster",
        OptionValue.Any("NAME", "the name or ARN of a cluster"),
        "Cluster of the service (left out: ECS takes the one named default)");

    private static readonly KnownOption MinimumHealthyPercentOption = new(
        "deployment-min-healthy-percent",
        OptionValue.Number("N", 0, 100),
        "Least share of the desired tasks that must run during a deployment");

    private static readonly KnownOption MaximumPercentOption = new(
        "deployment-max-percent",
        OptionValue.Number("N", 0, 200),
        "Largest share of the desired tasks that may run during a deployment");

    private static readonly KnownOption LaunchTypeOption = new(
        "launch-type",
        OptionValue.OneOf("TYPE", "EC2", "FARGATE", "EXTERNAL"),
        "EC2, FARGATE or EXTERNAL (left to the cluster)");

    private static readonly KnownOption SchedulingStrategyOption = new(
        "scheduling-strategy",
        OptionValue.OneOf("STRATEGY", "REPLICA", "DAEMON"),
        "REPLICA or DAEMON (REPLICA)");

    private static readonly KnownOption HealthCheckGracePeriodOption = new(
        "health-check-grace-period",
        OptionValue.Number("SECONDS", 0, int.MaxValue),
        "Seconds after a task's start in which the load balancer's health checks do not count");

    private static readonly KnownOption TargetGroupOption = new(
        "target-group",
        new("GROUP", TargetGroupText.Form, text => TargetGroupText.Parse(text) is not null),
        "Load balancer to register in: targetGroupArn=ARN,containerName=NAME,containerPort=PORT; may be given several times")
    { Aliases = ["--target-groups"], IsRepeatable = true };

    private static readonly KnownOption TagsOption = new(
        "tags",
        new("KEY=VALUE,…", "up to 50 different keys, as in team=shop,stage=live", text => TagText.Parse(text) is not null),
        "Tags of the task definition and the service");

    private static readonly KnownOption DisableManagedTagsOption = new(
        "disable-ecs-managed-tags",
        null,
        "Leave out the tags with cluster and service that ECS puts on tasks");

    private static readonly KnownOption ServiceRegistryArnOption = new(
        "service-registry-arn",
        new("ARN", "the ARN of a Cloud Map service", text => text.StartsWith("arn:", StringComparison.Ordinal)),
        "Cloud Map service that service_discovery means (left out with a warning)");

    private static readonly KnownOption AllowUnsetOption = new(
        "allow-unset",
        null,
        "Take a variable that is not set for blank, with a warning, instead of refusing it");

    public static IReadOnlyList<KnownOption> Known =>
    [
        ComposeOption, EcsParamsOption, ProjectNameOption, OutputOption, ClusterOption, MinimumHealthyPercentOption, MaximumPercentOption, LaunchTypeOption,
        SchedulingStrategyOption, HealthCheckGracePeriodOption, TargetGroupOption, TagsOption, DisableManagedTagsOption, ServiceRegistryArnOption,
        AllowUnsetOption,
    ];

    /// <summary>Absolute; the paths below begin there, unless they are absolute themselves, and show in messages as they were written.</summary>
    public required string Folder { get; init; }

    public required string Compose { get; init; }

    public string? EcsParams { get; init; }

    public required string Output { get; init; }

    public bool AllowUnset { get; init; }

    /// <summary>What the files cannot say.</summary>
    public required TranslationOptions Service { get; init; }

    public static TranslateOptions Read(CommandLine line) => new()
    {
        Folder = line.Folder,
        Compose = line.Value(ComposeOption)!,
        EcsParams = line.Value(EcsParamsOption),
        Output = line.Value(OutputOption)!,
        AllowUnset = line.Has(AllowUnsetOption),
        Service = new TranslationOptions
        {
            ProjectName = line.Value(ProjectNameOption)!,
            Cluster = line.Value(ClusterOption),
            MinimumHealthyPercent = line.Number(MinimumHealthyPercentOption),
            MaximumPercent = line.Number(MaximumPercentOption),
            LaunchType = line.Value(LaunchTypeOption)?.ToUpperInvariant(),
            SchedulingStrategy = line.Value(SchedulingStrategyOption)?.ToUpperInvariant(),
            HealthCheckGracePeriod = line.Number(HealthCheckGracePeriodOption),
            LoadBalancers = [.. line.Values(TargetGroupOption).Select(text => TargetGroupText.Parse(text)!)],
            Tags = line.Value(TagsOption) is { } tags ? TagText.Parse(tags)! : [],
            ManagedTags = !line.Has(DisableManagedTagsOption),
            Discovery = line.Value(ServiceRegistryArnOption) is { } arn ? new GivenDiscovery(arn) : null,
        },
    };

    // ecs-cli's project names: a family may not hold a dot by ECS's documentation, yet ecs-cli's users have them.
    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,255}\z")]
    private static partial Regex ProjectNamePattern();
}

/// <summary>"key=value,key=value". A value may be blank and may hold further equals signs; ECS takes 50 tags, and keeps "aws:" for itself.</summary>
internal static class TagText
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>In the order of the text. Null: it is no such list, or has a key twice.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Parse(string text)
    {
        var pairs = text.Split(',').Select(pair => pair.Split('=', 2)).ToList();
        return pairs.Count <= Most && pairs.All(IsTag) && pairs.DistinctBy(pair => pair[0]).Count() == pairs.Count
            ? [.. pairs.Select(pair => KeyValuePair.Create(pair[0], pair[1]))]
            : null;
    }

    private static bool IsTag(string[] pair) =>
        pair is [{ Length: > 0 and <= LongestKey } key, { Length: <= LongestValue }]
        && !string.IsNullOrWhiteSpace(key) && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A load balancer as ecs-cli writes it: "targetGroupArn=…,containerName=…,containerPort=…", or loadBalancerName for a classic one.</summary>
internal static class TargetGroupText
{
    public const string Form = "targetGroupArn=ARN,containerName=NAME,containerPort=PORT, or loadBalancerName=NAME in place of the ARN";

    private static readonly string[] Keys = ["targetGroupArn", "loadBalancerName", "containerName", "containerPort"];

    /// <summary>Null: it is none.</summary>
    public static LoadBalancer? Parse(string text)
    {
        var parts = TagText.Parse(text)?.ToDictionary();
        if (parts is null || parts.Count != 3 || parts.Keys.Except(Keys).Any() || parts.Values.Any(value => value.Length == 0)
            || !parts.TryGetValue("containerName", out var container) || Port(parts) is not { } port)
        {
            return null;
        }

        return new LoadBalancer
        {
            TargetGroupArn = parts.GetValueOrDefault("targetGroupArn"),
            LoadBalancerName = parts.GetValueOrDefault("loadBalancerName"),
            ContainerName = container,
            ContainerPort = port,
        };
    }

    private static int? Port(Dictionary<string, string> parts) =>
        int.TryParse(parts.GetValueOrDefault("containerPort"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : null;
}
