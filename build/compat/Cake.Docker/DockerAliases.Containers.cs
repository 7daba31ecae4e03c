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

    /// <summary>Runs a command in a running container; its output goes to the console.</summary>
    [CakeMethodAlias]
    public static void DockerExec(this ICakeContext context, string container, string command, params string[] args) =>
        context.DockerExec(new DockerContainerExecSettings(), container, command, args);

    /// <inheritdoc cref="DockerExec(ICakeContext, string, string, string[])"/>
    [CakeMethodAlias]
    public static void DockerExec(this ICakeContext context, DockerContainerExecSettings? settings, string container, string command, params string[] args)
    {
        ThrowIfMissing(container);
        ThrowIfMissing(command);
        Docker<DockerContainerExecSettings>(context).Run("exec", settings, [container, command, .. args]);
    }

    /// <returns>What the container wrote to standard output, by line; what it wrote to standard error goes to the console.</returns>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerLogs(this ICakeContext context, string container) =>
        context.DockerLogs(new DockerContainerLogsSettings(), container);

    /// <inheritdoc cref="DockerLogs(ICakeContext, string)"/>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerLogs(this ICakeContext context, DockerContainerLogsSettings? settings, string container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return Docker<DockerContainerLogsSettings>(context).Read("logs", settings, container);
    }

    [CakeMethodAlias]
    public static void DockerStop(this ICakeContext context, params string[] containers) => context.DockerStop(new DockerContainerStopSettings(), containers);

    [CakeMethodAlias]
    public static void DockerStop(this ICakeContext context, DockerContainerStopSettings? settings, params string[] containers) =>
        Docker<DockerContainerStopSettings>(context).Run("stop", settings, AtLeastOne(containers));

    [CakeMethodAlias]
    public static void DockerRm(this ICakeContext context, params string[] containers) => context.DockerRm(new DockerContainerRmSettings(), containers);

    [CakeMethodAlias]
    public static void DockerRm(this ICakeContext context, DockerContainerRmSettings? settings, params string[] containers) =>
        Docker<DockerContainerRmSettings>(context).Run("rm", settings, AtLeastOne(containers));

    private static string[] AtLeastOne(string[] names) => names is { Length: > 0 } ? names : throw new ArgumentNullException(nameof(names));

    /// <summary>
    /// Runs a command that has no alias of its own, arguments included: <c>inspect --format {{.Id}} name</c>. Settings stand behind its first word.
    /// </summary>
    /// <returns>The lines of docker's standard output.</returns>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, string command) =>
        context.DockerCustomCommand(new DockerCustomCommandSettings(), command);

    /// <inheritdoc cref="DockerCustomCommand(ICakeContext, string)"/>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, DockerCustomCommandSettings settings, string command)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ThrowIfMissing(command);
        var end = command.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = end < 0 ? (command, "") : (command[..end], command[end..]);
        return Docker<DockerCustomCommandSettings>(context).Read(name, settings, rest);
    }
}
