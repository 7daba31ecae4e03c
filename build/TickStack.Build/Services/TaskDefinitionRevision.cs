namespace TickStack.Build.Services;

/// <summary>A registered task definition.</summary>
/// <param name="Registered">By this run; otherwise it was there already.</param>
public sealed record TaskDefinitionRevision(string Arn, bool Registered)
{
    /// <summary>"family:revision".</summary>
    public string Name => NameOf(Arn)!;

    public static string? NameOf(string? arn) => arn?[(arn.LastIndexOf('/') + 1)..];
}
