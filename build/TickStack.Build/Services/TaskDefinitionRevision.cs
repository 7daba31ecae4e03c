using System.Globalization;

namespace TickStack.Build.Services;

/// <summary>A registered task definition.</summary>
/// <param name="Registered">By this run; otherwise it was there already.</param>
public sealed record TaskDefinitionRevision(string Arn, bool Registered)
{
    /// <summary>"family:revision".</summary>
    public string Name => NameOf(Arn)!;

    public static string? NameOf(string? arn) => arn?[(arn.LastIndexOf('/') + 1)..];

    /// <param name="arn">ARN, or "family:revision".</param>
    public static string FamilyOf(string arn) => NameOf(arn)!.Split(':')[0];

    /// <inheritdoc cref="FamilyOf"/>
    public static int NumberOf(string arn) => int.Parse(arn[(arn.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
}
