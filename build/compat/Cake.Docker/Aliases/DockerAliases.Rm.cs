using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    [CakeMethodAlias]
    public static void DockerRm(this ICakeContext context, params string[] containers) => context.DockerRm(new DockerContainerRmSettings(), containers);

    [CakeMethodAlias]
    public static void DockerRm(this ICakeContext context, DockerContainerRmSettings? settings, params string[] containers) =>
        Docker<DockerContainerRmSettings>(context).Run("rm", settings, AtLeastOne(containers));

    private static string[] AtLeastOne(string[] names) => names is { Length: > 0 } ? names : throw new ArgumentNullException(nameof(names));
}
