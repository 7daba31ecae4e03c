namespace TickStack.Build.Errors;

/// <summary>A place in an input file; line and column start at 1.</summary>
public sealed record SourceLocation(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
