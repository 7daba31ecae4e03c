using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Runs a command that has no alias of its own, arguments included: <c>inspect --format {{.Id}} name</c>. Settings stand behind its first word.</summary>
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
