using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    [CakeMethodAlias]
    public static void DockerPull(this ICakeContext context, string imageReference) => context.DockerPull(new DockerImagePullSettings(), imageReference);

    [CakeMethodAlias]
    public static void DockerPull(this ICakeContext context, DockerImagePullSettings? settings, string imageReference)
    {
        ThrowIfMissing(imageReference);
        Docker<DockerImagePullSettings>(context).Run("pull", settings, imageReference);
    }
}
