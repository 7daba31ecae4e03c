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

    [CakeMethodAlias]
    public static void DockerPull(this ICakeContext context, string imageReference) => context.DockerPull(new DockerImagePullSettings(), imageReference);

    [CakeMethodAlias]
    public static void DockerPull(this ICakeContext context, DockerImagePullSettings? settings, string imageReference)
    {
        ThrowIfMissing(imageReference);
        Docker<DockerImagePullSettings>(context).Run("pull", settings, imageReference);
    }

    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, string imageReference) => context.DockerPush(new DockerImagePushSettings(), imageReference);

    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, DockerImagePushSettings? settings, string imageReference)
    {
        ThrowIfMissing(imageReference);
        Docker<DockerImagePushSettings>(context).Run("push", settings, imageReference);
    }

    /// <summary>Gives the image <paramref name="imageReference"/> the further name <paramref name="registryReference"/>.</summary>
    [CakeMethodAlias]
    public static void DockerTag(this ICakeContext context, string imageReference, string registryReference)
    {
        ThrowIfMissing(imageReference);
        ThrowIfMissing(registryReference);
        Docker<DockerImageTagSettings>(context).Run("tag", new DockerImageTagSettings(), imageReference, registryReference);
    }

    /// <returns>The lines that docker prints; without a format the first is the heading.</returns>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerImageLs(this ICakeContext context, DockerImageLsSettings? settings) =>
        Docker<DockerImageLsSettings>(context).Read("image ls", settings);

    [CakeMethodAlias]
    public static void DockerRmi(this ICakeContext context, params string[] images) => context.DockerRemove(new DockerImageRemoveSettings(), images);

    [CakeMethodAlias]
    public static void DockerRemove(this ICakeContext context, DockerImageRemoveSettings? settings, params string[] images) =>
        Docker<DockerImageRemoveSettings>(context).Run("rmi", settings, AtLeastOne(images));
}
