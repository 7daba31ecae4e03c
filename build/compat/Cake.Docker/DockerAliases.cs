using System.Runtime.CompilerServices;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

/// <summary>
/// Docker's commands as aliases of the Cake context. All of them throw <see cref="CakeException"/> when docker is not found or fails.
/// Operands (image, command, arguments) are passed as they are: whoever has blanks in them quotes them. Settings that are null are the default ones.
/// </summary>
[CakeAliasCategory("Docker")]
public static partial class DockerAliases
{
    private static DockerRunner<TSettings> Docker<TSettings>(ICakeContext context) where TSettings : AutoToolSettings, new()
    {
        ArgumentNullException.ThrowIfNull(context);
        return new DockerRunner<TSettings>(context);
    }

    // For the official package an empty name is as good as none.
    private static void ThrowIfMissing(string? name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        if (string.IsNullOrEmpty(name)) throw new ArgumentNullException(parameter);
    }
}
