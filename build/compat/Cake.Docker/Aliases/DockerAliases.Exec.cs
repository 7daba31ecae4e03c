using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
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
}
