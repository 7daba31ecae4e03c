using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    [CakeMethodAlias]
    public static void DockerRmi(this ICakeContext context, params string[] images) => context.DockerRemove(new DockerImageRemoveSettings(), images);

    [CakeMethodAlias]
    public static void DockerRemove(this ICakeContext context, DockerImageRemoveSettings? settings, params string[] images) =>
        Docker<DockerImageRemoveSettings>(context).Run("rmi", settings, AtLeastOne(images));
}
