using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <returns>The lines that docker prints; without a format the first is the heading.</returns>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerImageLs(this ICakeContext context, DockerImageLsSettings? settings) =>
        Docker<DockerImageLsSettings>(context).Read("image ls", settings);
}
