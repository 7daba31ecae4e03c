namespace TickStack.Build.Sandbox;

/// <summary>
/// The variables that send every AWS call to the emulator and keep every real credential out of reach: those of the environment, of profiles, of roles,
/// of web identities, of containers and of the instance.
/// </summary>
/// <param name="environment">The user's own variables.</param>
/// <param name="emptyFile">An empty file, in the place of the user's AWS configuration and credentials.</param>
public sealed class SessionVariables(IReadOnlyDictionary<string, string> environment, string emptyFile)
{
    /// <summary>Belongs to nobody: the emulator takes any.</summary>
    private const string Key = "sandbox";

    private const string EndpointPrefix = "AWS_ENDPOINT_URL_";

    private static readonly string[] Withheld =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT",
    ];

    public string EmptyFile => emptyFile;

    /// <summary>Endpoints of single services that point elsewhere than to this machine: they would take calls past the emulator.</summary>
    public IReadOnlyList<string> ForeignEndpoints => [.. environment
        .Where(variable => IsEndpoint(variable.Key) && !IsLoopback(variable.Value))
        .Select(variable => variable.Key)
        .Order(StringComparer.Ordinal)];

    /// <param name="endpoint">The emulator's URL.</param>
    /// <param name="region">As in the settings.</param>
    public IReadOnlyDictionary<string, string?> For(string endpoint, string region)
    {
        var variables = Withheld.Concat(ForeignEndpoints).ToDictionary(name => name, string? (_) => null);
        variables["AWS_ENDPOINT_URL"] = endpoint;
        variables["AWS_ACCESS_KEY_ID"] = variables["AWS_SECRET_ACCESS_KEY"] = Key;
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = region;
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables["AWS_CONFIG_FILE"] = variables["AWS_SHARED_CREDENTIALS_FILE"] = emptyFile;
        variables["NO_PROXY"] = variables["no_proxy"] = PastProxies();
        return variables;
    }

    // AWS_ENDPOINT_URL_ECS and the like; AWS_S3_ENDPOINT and the like are what Terraform's S3 backend and provider read besides.
    private static bool IsEndpoint(string name) =>
        name.StartsWith(EndpointPrefix, StringComparison.Ordinal)
        || ((name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("TF_AWS_", StringComparison.Ordinal))
            && name.EndsWith("_ENDPOINT", StringComparison.Ordinal) && !name.EndsWith("_USE_FIPS_ENDPOINT", StringComparison.Ordinal)
            && !name.EndsWith("_USE_DUALSTACK_ENDPOINT", StringComparison.Ordinal));

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private string PastProxies()
    {
        var own = environment.GetValueOrDefault("NO_PROXY") ?? environment.GetValueOrDefault("no_proxy") ?? "";
        return string.Join(',', own.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Union(["127.0.0.1", "localhost"]));
    }
}
