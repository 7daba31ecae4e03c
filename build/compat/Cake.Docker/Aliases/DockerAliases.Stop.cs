using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    [CakeMethodAlias]
    public static void DockerStop(this ICakeContext context, params string[] containers) => context.DockerStop(new DockerContainerStopSettings(), containers);

    [CakeMethodAlias]
    public static void DockerStop(this ICakeContext context, DockerContainerStopSettings? settings, params string[] containers) =>
        Docker<DockerContainerStopSettings>(context).Run("stop", settings, AtLeastOne(containers));
}
