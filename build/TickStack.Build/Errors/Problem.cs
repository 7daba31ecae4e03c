namespace TickStack.Build.Errors;

/// <summary>One thing that is wrong: what it is, where it stands and what to do about it.</summary>
public sealed record Problem(string Message, string? Remedy = null, SourceLocation? Location = null)
{
    public override string ToString()
    {
        var text = Location is null ? Message : $"{Location}: {Message}";
        return Remedy is null ? text : $"{text}{Environment.NewLine}  → {Remedy}";
    }
}
