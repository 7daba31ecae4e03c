namespace Cake.Docker.Arguments;

internal static class OptionName
{
    /// <summary><c>BuildArg</c> as <c>build-arg</c>; every capital starts a word.</summary>
    public static string Of(string property) =>
        string.Concat(property.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
