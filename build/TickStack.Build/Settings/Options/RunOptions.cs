namespace TickStack.Build.Settings.Options;

/// <summary>What only the command line says, because it holds for one run.</summary>
/// <param name="Approved">Apply the saved plan or nothing.</param>
public sealed record RunOptions(bool Approved)
{
    public static RunOptions Of(CommandLine line) => new(line.Has(KnownOptions.Approved));
}
