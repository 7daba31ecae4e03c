using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <returns>The first line of the container's output (its id, when detached), or null when there is none.</returns>
    [CakeMethodAlias]
    public static string? DockerRun(this ICakeContext context, string image, string command, params string[] args) =>
        context.DockerRun(new DockerContainerRunSettings(), image, command, args);

    /// <inheritdoc cref="DockerRun(ICakeContext, string, string, string[])"/>
    [CakeMethodAlias]
    public static string? DockerRun(this ICakeContext context, DockerContainerRunSettings? settings, string image, string command, params string[] args) =>
        Docker<DockerContainerRunSettings>(context).Read("run", settings, ContainerProcess(image, command, args)).FirstOrDefault();

    /// <summary>Runs a container whose output goes to the console.</summary>
    [CakeMethodAlias]
    public static void DockerRunWithoutResult(this ICakeContext context, string image, string command, params string[] args) =>
        context.DockerRunWithoutResult(new DockerContainerRunSettings(), image, command, args);

    /// <inheritdoc cref="DockerRunWithoutResult(ICakeContext, string, string, string[])"/>
    [CakeMethodAlias]
    public static void DockerRunWithoutResult(
        this ICakeContext context, DockerContainerRunSettings? settings, string image, string command, params string[] args) =>
        Docker<DockerContainerRunSettings>(context).Run("run", settings, ContainerProcess(image, command, args));

    // Without a command the image's own one runs, and arguments have nothing to belong to.
    private static IEnumerable<string> ContainerProcess(string image, string command, string[] args)
    {
        ThrowIfMissing(image);
        return string.IsNullOrEmpty(command) ? [image] : [image, command, .. args];
    }
}
