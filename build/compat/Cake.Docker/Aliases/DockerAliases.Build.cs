using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Builds an image from the build context at <paramref name="path"/>.</summary>
    [CakeMethodAlias]
    public static void DockerBuild(this ICakeContext context, string path) => context.DockerBuild(new DockerImageBuildSettings(), path);

    /// <inheritdoc cref="DockerBuild(ICakeContext, string)"/>
    [CakeMethodAlias]
    public static void DockerBuild(this ICakeContext context, DockerImageBuildSettings? settings, string path)
    {
        ThrowIfMissing(path);
        Docker<DockerImageBuildSettings>(context).Run("image build", settings, Quoted(path));
    }

    private static string Quoted(string path) => path.Trim() is ['"', .., '"'] ? path : $"\"{path}\"";
}
