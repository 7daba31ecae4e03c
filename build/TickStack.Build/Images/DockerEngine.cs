using Cake.Docker;
using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Stack;

namespace TickStack.Build.Images;

/// <summary>A Docker engine.</summary>
public interface IImageBuilder
{
    Task BuildAsync(ImagePlan plan, CancellationToken cancellationToken);

    Task PushAsync(ImagePlan plan, RegistryLogin login, CancellationToken cancellationToken);
}

/// <summary>The Docker engine that DOCKER_HOST or the current context names, driven through Cake.Docker.</summary>
/// <param name="context">Cake's context, which the aliases hang on.</param>
/// <param name="invocation">Runs them.</param>
/// <param name="architecture">The instance's: "x86_64" or "arm64".</param>
/// <param name="revision">The repository's revision, for the label; not part of the content.</param>
public sealed class DockerEngine(ICakeContext context, ToolInvocation invocation, string architecture, string revision) : IImageBuilder
{
    private const string Tool = "docker";

    public Task BuildAsync(ImagePlan plan, CancellationToken cancellationToken) => invocation.RunAsync(
        Tool,
        $"docker build of {plan.Component}",
        "Mend what the lines above name, in the Dockerfile or in the engine (docker info), and run the target again.",
        recording => context.DockerBuild(recording.Both(BuildSettings(plan)), plan.Context.Path),
        cancellationToken);

    public async Task PushAsync(ImagePlan plan, RegistryLogin login, CancellationToken cancellationToken)
    {
        using var config = PrivateDockerConfig.Create(login);
        var settings = new DockerImagePushSettings { EnvironmentVariables = new Dictionary<string, string> { ["DOCKER_CONFIG"] = config.Folder } };
        await invocation.RunAsync(
            Tool,
            $"docker push of {plan.TaggedReference}",
            $"Check that {login.Server} answers and that the caller may push to {plan.Repository}; then run the target again.",
            recording => context.DockerPush(recording.Both(settings), plan.TaggedReference),
            cancellationToken);
    }

    private DockerImageBuildSettings BuildSettings(ImagePlan plan) => new()
    {
        Tag = [plan.TaggedReference],
        BuildArg = [.. plan.BuildArguments.Select(argument => $"{argument.Key}={argument.Value}"), $"REVISION={revision}"],
        Platform = Platform.IfForeign(architecture)!,

        // BuildKit's provenance would give the same content another digest on every build.
        EnvironmentVariables = new Dictionary<string, string> { ["BUILDX_NO_DEFAULT_ATTESTATIONS"] = "1" },
    };
}

/// <summary>What a registry asks for. Lives in memory and in a private file while a push runs.</summary>
/// <param name="Server">Registry host with port, no scheme.</param>
/// <param name="Authorization">Base64 of "user:password", as ECR hands it out and as Docker's config.json takes it.</param>
public sealed record RegistryLogin(string Server, string Authorization)
{
    // The compiler's own text would print the password.
    public override string ToString() => $"RegistryLogin({Server})";
}

/// <summary>A DOCKER_CONFIG folder that only this user can read and that holds one login while a push runs. "docker login" would put the password on a command
/// line or into the user's own configuration.</summary>
public sealed class PrivateDockerConfig : IDisposable
{
    private PrivateDockerConfig(string folder) => Folder = folder;

    public string Folder { get; }

    public static PrivateDockerConfig Create(RegistryLogin login)
    {
        var folder = Directory.CreateTempSubdirectory("tickstack-docker-").FullName;
        var config = new JsonObject
        {
            ["auths"] = new JsonObject { [login.Server] = new JsonObject { ["auth"] = login.Authorization } },
        };
        KeepContext(folder, config);
        File.WriteAllText(Path.Combine(folder, "config.json"), config.ToJsonString());
        return new PrivateDockerConfig(folder);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The user's chosen engine (a Docker Desktop or colima context) is part of the same folder, and must stay the engine.
    private static void KeepContext(string folder, JsonObject config)
    {
        var own = Environment.GetEnvironmentVariable("DOCKER_CONFIG")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");

        // Docker warns of a file that it cannot read, and goes on without it.
        if (new ArtifactStore(own).Find<UsersConfig>("config.json")?.CurrentContext is { } context)
        {
            config["currentContext"] = context;
        }

        if (Directory.Exists(Path.Combine(own, "contexts")))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "contexts"), Path.Combine(own, "contexts"));
        }
    }

    private sealed record UsersConfig(string? CurrentContext);
}
