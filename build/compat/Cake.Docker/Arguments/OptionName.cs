using System.Text.RegularExpressions;

namespace Cake.Docker.Arguments;

internal static partial class OptionName
{
    /// <summary><c>BuildArg</c> as <c>build-arg</c>; every capital starts a word.</summary>
    public static string Of(string property) => InnerCapital().Replace(property, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
