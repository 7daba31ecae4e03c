namespace TickStack.Build.Services.Operations;

/// <summary>A revision that could be started.</summary>
/// <param name="Arn">Of the task definition.</param>
/// <param name="Use">Why it must stay; null: nothing needs it.</param>
public sealed record RevisionState(string Arn, string? Use)
{
    public string Name => TaskDefinitionRevision.NameOf(Arn)!;
}
