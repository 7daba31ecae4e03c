namespace TickStack.Build.Settings.Options;

/// <summary>An option that may stand on the command line.</summary>
/// <param name="Name">Without the two hyphens.</param>
/// <param name="Value">Null: the option is a switch.</param>
public sealed record KnownOption(string Name, OptionOwner Owner, OptionValue? Value, string Description)
{
    /// <summary>Other spellings with their hyphens, as in "-t".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool IsRepeatable { get; init; }

    /// <summary>The targets that read it; with any other it is refused, since nobody would. Null: it belongs to every run.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>Its targets cannot run without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The environment variable that says the same with less weight.</summary>
    public string? Variable { get; init; }

    public string Flag => $"--{Name}";

    /// <summary>As the help shows it: "--environment=NAME".</summary>
    public string Usage => Value is null ? Flag : $"{Flag}={Value.Placeholder}";

    public bool IsSpelled(string word) => word == Flag || Aliases.Contains(word);
}
