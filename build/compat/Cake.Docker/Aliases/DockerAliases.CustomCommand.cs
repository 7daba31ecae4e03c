using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs a command that has no alias of its own, arguments included: <c>inspect --format {{.Id}} name</c>.</summary>
    /// <returns>The lines of docker's standard output.</returns>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, string command) =>
        context.DockerCustomCommand(new DockerCustomCommandSettings(), command);

    /// <inheritdoc cref="DockerCustomCommand(ICakeContext, string)"/>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, DockerCustomCommandSettings settings, string command)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        return Docker<DockerCustomCommandSettings>(context).Read(command, settings);
    }
}
