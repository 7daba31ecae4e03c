using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
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
}
