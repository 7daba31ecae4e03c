using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Gives the image <paramref name="imageReference"/> the further name <paramref name="registryReference"/>.</summary>
    [CakeMethodAlias]
    public static void DockerTag(this ICakeContext context, string imageReference, string registryReference)
    {
        ThrowIfMissing(imageReference);
        ThrowIfMissing(registryReference);
        Docker<DockerImageTagSettings>(context).Run("tag", new DockerImageTagSettings(), imageReference, registryReference);
    }
}
