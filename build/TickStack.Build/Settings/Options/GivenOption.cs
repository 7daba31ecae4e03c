namespace TickStack.Build.Settings.Options;

/// <summary>An option as it stands on the command line.</summary>
/// <param name="Spelling">As written, hyphens included: "-t", "--target".</param>
/// <param name="Known">Null: there is no such option.</param>
/// <param name="Value">Null: none was given.</param>
public sealed record GivenOption(string Spelling, KnownOption? Known, string? Value);
