using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

/// <summary>
/// Docker's commands as aliases of the Cake context. All of them throw <see cref="CakeException"/> when docker is not found or fails.
/// Operands (image, command, arguments) are passed as they are: whoever has blanks in them quotes them.
/// </summary>
[CakeAliasCategory("Docker")]
public static partial class DockerAliases
{
    private static DockerRunner<TSettings> Docker<TSettings>(ICakeContext context) where TSettings : AutoToolSettings
    {
        ArgumentNullException.ThrowIfNull(context);
        return new DockerRunner<TSettings>(context);
    }
}
