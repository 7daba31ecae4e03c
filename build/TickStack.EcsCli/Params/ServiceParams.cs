namespace TickStack.EcsCli.Params;

/// <summary>What ecs-params says about one container; its numbers count over those of the compose file.</summary>
public sealed record ServiceParams(string Name, SourceLocation Location)
{
    public bool Essential { get; init; } = true;

    /// <summary>CPU units.</summary>
    public int? CpuShares { get; init; }

    /// <summary>MiB.</summary>
    public Located<int>? MemoryLimit { get; init; }

    /// <summary>MiB.</summary>
    public Located<int>? MemoryReservation { get; init; }

    public bool? InitProcess { get; init; }

    /// <summary>Number of GPUs.</summary>
    public string? Gpu { get; init; }

    /// <summary>Secret or parameter with the user and password of a private registry.</summary>
    public string? RepositoryCredentials { get; init; }

    public HealthProbe? HealthCheck { get; init; }

    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    public LogRouter? LogRouter { get; init; }

    public IReadOnlyList<SecretReference> Secrets { get; init; } = [];

    public IReadOnlyList<SecretReference> LogSecrets { get; init; } = [];
}

/// <summary>task_definition.services.NAME.</summary>
internal static class ServiceParamsSyntax
{
    public static ServiceParams Read(MappingEntry entry, DocumentValue value)
    {
        var service = new ServiceParams(entry.Key, entry.Location);
        if (value.Node is ScalarNode { IsNull: true })
        {
            return service;
        }

        var section = value.Mapping();
        service = service with
        {
            Essential = section.Optional("essential")?.Flag() ?? true,
            CpuShares = section.Optional("cpu_shares")?.WholeNumber(0),
            MemoryLimit = Memory(section.Optional("mem_limit")),
            MemoryReservation = Memory(section.Optional("mem_reservation")),
            InitProcess = section.Optional("init_process_enabled")?.Flag(),
            Gpu = section.Optional("gpu")?.WholeNumber(1)?.ToString(CultureInfo.InvariantCulture),
            RepositoryCredentials = section.Optional("repository_credentials") is { } credentials ? Credentials(credentials) : null,
            HealthCheck = section.Optional("healthcheck") is { } probe ? HealthProbeSyntax.EcsParams(probe) : null,
            DependsOn = section.Optional("depends_on")?.List().Select(Dependency).OfType<Dependency>().ToList() ?? [],
            LogRouter = section.Optional("firelens_configuration") is { } router ? LogRouter(router) : null,
            Secrets = section.Optional("secrets") is { } secrets ? Secrets(secrets) : [],
            LogSecrets = section.Optional("logging")?.Mapping() is { } logging ? LogSecrets(logging) : [],
        };
        section.Done();
        return service;
    }

    private static Located<int>? Memory(DocumentValue? value) =>
        value?.Mebibytes(MemorySize.ContainerMinimum) is { } mebibytes ? new Located<int>(mebibytes, value.Location) : null;

    private static string? Credentials(DocumentValue value)
    {
        var section = value.Mapping();
        var parameter = section.Required("credentials_parameter")?.Text();
        section.Done();
        return parameter;
    }

    private static Dependency? Dependency(DocumentValue value)
    {
        var section = value.Mapping();
        var container = section.Required("container_name")?.Text();
        var condition = section.Required("condition")?.Choice("START", "COMPLETE", "SUCCESS", "HEALTHY");
        section.Done();
        return container is null || condition is null ? null : new Dependency(container, condition, value.Location);
    }

    private static LogRouter? LogRouter(DocumentValue value)
    {
        var section = value.Mapping();
        var type = section.Required("type")?.Choice("fluentd", "fluentbit");
        var options = section.Optional("options")?.TextMap() ?? new Dictionary<string, string>();
        section.Done();
        return type is null ? null : new LogRouter(type, options);
    }

    private static IReadOnlyList<SecretReference> LogSecrets(MappingReader logging)
    {
        var secrets = logging.Optional("secret_options") is { } options ? Secrets(options) : [];
        logging.Done();
        return secrets;
    }

    private static IReadOnlyList<SecretReference> Secrets(DocumentValue value) => [.. value.List().Select(Secret).OfType<SecretReference>()];

    private static SecretReference? Secret(DocumentValue value)
    {
        var section = value.Mapping();
        var name = section.Required("name")?.Text();
        var source = section.Required("value_from")?.Text();
        section.Done();
        return name is null || source is null ? null : new SecretReference(name, source, value.Location);
    }
}

/// <param name="Name">Variable, or log option, that receives the value.</param>
/// <param name="ValueFrom">ARN, or the name of an SSM parameter.</param>
/// <param name="Location">Of the entry.</param>
public sealed record SecretReference(string Name, string ValueFrom, SourceLocation Location);

/// <param name="Container">Container that must have come far enough before this one starts.</param>
/// <param name="Condition">"START", "COMPLETE", "SUCCESS" or "HEALTHY".</param>
/// <param name="Location">Of the entry.</param>
public sealed record Dependency(string Container, string Condition, SourceLocation Location);

/// <summary>FireLens: this container routes the logs of the others.</summary>
/// <param name="Type">"fluentd" or "fluentbit".</param>
/// <param name="Options">As ECS takes them.</param>
public sealed record LogRouter(string Type, IReadOnlyDictionary<string, string> Options);
