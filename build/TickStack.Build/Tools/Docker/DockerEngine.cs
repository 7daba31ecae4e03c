using Cake.Core;
using Cake.Docker;
using TickStack.Build.Images;
using TickStack.Build.Tools.Processes;

namespace TickStack.Build.Tools.Docker;

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
