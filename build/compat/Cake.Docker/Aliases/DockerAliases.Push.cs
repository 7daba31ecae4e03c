using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, string imageReference) => context.DockerPush(new DockerImagePushSettings(), imageReference);

    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, DockerImagePushSettings? settings, string imageReference)
    {
        ThrowIfMissing(imageReference);
        Docker<DockerImagePushSettings>(context).Run("push", settings, imageReference);
    }
}
