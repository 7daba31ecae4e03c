namespace TickStack.Build.Options;

/// <summary>An option that may stand on the command line. It is declared where it is read.</summary>
/// <param name="Name">Without the two hyphens.</param>
/// <param name="Value">Null: the option is a switch.</param>
public sealed record KnownOption(string Name, OptionValue? Value, string Description)
{
    /// <summary>Who acts on it.</summary>
    public OptionOwner Owner { get; init; } = OptionOwner.TickStack;

    /// <summary>Other spellings with their hyphens, as in "-t".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool IsRepeatable { get; init; }

    /// <summary>The targets that read it cannot run without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>With it no target runs: something is shown instead.</summary>
    public bool ShowsOnly { get; init; }

    /// <summary>The environment variable that says the same with less weight.</summary>
    public string? Variable { get; init; }

    public string Flag => $"--{Name}";

    /// <summary>As the help shows it: "--environment=NAME".</summary>
    public string Usage => Value is null ? Flag : $"{Flag}={Value.Placeholder}";

    public bool IsSpelled(string word) => word == Flag || Aliases.Contains(word);
}

/// <summary>What a target reads from the command line.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface ITargetOptions<TSelf>
    where TSelf : ITargetOptions<TSelf>
{
    /// <summary>In the order of the help.</summary>
    static abstract IReadOnlyList<KnownOption> Known { get; }

    /// <param name="line">Checked: what is required is there, and every value is one.</param>
    static abstract TSelf Read(CommandLine line);
}

/// <summary>Who acts on an option.</summary>
public enum OptionOwner
{
    /// <summary>The targets.</summary>
    TickStack,

    /// <summary>Cake's engine.</summary>
    Cake,

    /// <summary>build.sh and build.ps1, which take it out before the host starts.</summary>
    Bootstrap,
}

/// <summary>What an option is given, as in --environment=NAME.</summary>
/// <param name="Placeholder">Stands for the value in the help.</param>
/// <param name="Allowed">What may stand there, for people to read; completes "write …".</param>
/// <param name="IsValid">Judges the syntax only; whether the thing exists is for the one who uses it.</param>
public sealed record OptionValue(string Placeholder, string Allowed, Func<string, bool> IsValid)
{
    public static OptionValue Any(string placeholder, string allowed) => new(placeholder, allowed, _ => true);

    public static OptionValue Number(string placeholder, int minimum, int maximum) => new(
        placeholder,
        maximum == int.MaxValue ? $"a whole number of at least {minimum}" : $"a whole number from {minimum} to {maximum}",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum);

    public static OptionValue OneOf(string placeholder, params string[] words) =>
        new(placeholder, $"one of {string.Join(", ", words)}", text => words.Contains(text, StringComparer.OrdinalIgnoreCase));
}
